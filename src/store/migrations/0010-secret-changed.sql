-- 秘密の変更: the log cannot hold a secret, but it must hold that one was changed, by whom and when (S-11).
alter table account add column secret_changed timestamptz;
