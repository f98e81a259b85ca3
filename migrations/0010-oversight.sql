-- What an auditor looks at the same day: changes of accounts, roles and keys, and facts that were recorded by hand. Each is
-- found by when it was recorded without reading the acts of imports, which are most of them.

create index ledger_act_rights on ledger_act (recorded_at, act_id) where kind in ('add-person', 'rename-person',
  'suspend-person', 'reinstate-person', 'reset-person', 'post-person', 'end-posting', 'define-role', 'make-api-key',
  'end-api-key', 'erase-personal-data', 'open-first-link', 'restore-home');
create index ledger_act_facts on ledger_act (recorded_at, act_id) where kind in ('record-event', 'register-arm',
  'correct-entry');
