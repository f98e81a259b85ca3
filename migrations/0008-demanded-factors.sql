-- Roles that demand a second factor of whoever holds them, and sessions that their holder can tell apart and end.

alter table role add column second_factor boolean not null default false;
comment on column role.second_factor is 'True where whoever holds the role in a posting that holds today can do nothing without a second factor but set one up.';

-- Sessions from before, and those that an older program opens beside this one, get an id of their own here.
alter table session add column session_id uuid not null default gen_random_uuid();
alter table session add column browser text not null default '' check (length(browser) <= 40);
comment on column session.session_id is 'By what its holder names it to end it; opens nothing.';
comment on column session.browser is 'Roughly what kind, in our own words such as "Firefox, Windows"; empty where it was not told.';
