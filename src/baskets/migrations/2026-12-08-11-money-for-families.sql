-- The money of a partnership for families: how much there is and for when. What is committed stands with the items that it pays for.
create table baskets.budget (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  amount_grosz bigint not null check (amount_grosz between 0 and 100000000000),
  period daterange not null check (not lower_inf(period) and not upper_inf(period) and not isempty(period)),
  set_by uuid not null references institutions.worker,
  set_at timestamptz not null default now(),
  replaced_at timestamptz
);
create unique index budget_that_holds on baskets.budget (partnership_id) where replaced_at is null;

create table baskets.payment (
  id uuid primary key,
  item_id uuid not null,
  scope_id uuid not null references access.scope,
  amount_grosz bigint not null check (amount_grosz between 1 and 100000000),
  paid_on date not null,
  entered_by uuid not null references institutions.worker,
  entered_at timestamptz not null default now(),
  taken_back_at timestamptz,
  foreign key (item_id, scope_id) references baskets.item (id, scope_id)
);
create index payment_of_item on baskets.payment (item_id);
create index payment_in_scope on baskets.payment (scope_id);
