-- The plan or phase that a review looks back on; empty where nobody says which.
alter table review add column plan text;
alter table review add foreign key (municipality, family, plan) references plan deferrable initially deferred;
