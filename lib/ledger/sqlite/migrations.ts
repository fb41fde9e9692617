/**
 * The schema, step by step: migration n brings a file from version n-1 to n. Never edit one that was released; add
 * another. Instants are ISO text in UTC with milliseconds, which sorts by time.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    rma TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    external_id TEXT NOT NULL,
    order_name TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    decision TEXT NOT NULL,
    parcel TEXT NOT NULL,
    settlement TEXT NOT NULL,
    resolution TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    dossier TEXT NOT NULL,
    UNIQUE (channel, external_id)
  ) STRICT;
  CREATE INDEX cases_by_change ON cases (updated_at, id);
  CREATE INDEX cases_by_state ON cases (settlement, parcel, decision, updated_at, id);
  CREATE INDEX cases_by_channel ON cases (channel, updated_at, id);
  CREATE INDEX cases_by_order ON cases (order_name, updated_at, id);

  CREATE TABLE case_references (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id),
    PRIMARY KEY (name, value, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_references_by_case ON case_references (case_id);

  CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    cause TEXT,
    note TEXT,
    body TEXT NOT NULL,
    UNIQUE (case_id, version)
  ) STRICT;
  CREATE INDEX events_by_type ON events (type, seq, case_id);

  CREATE TABLE steps (
    case_id TEXT NOT NULL REFERENCES cases (id),
    step TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'open', 'done', 'failed')),
    attempts INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    key_since TEXT NOT NULL,
    uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
    lease_until TEXT NOT NULL,
    owner TEXT NOT NULL,
    result TEXT,
    error_code TEXT,
    error_message TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (case_id, step)
  ) STRICT;
  CREATE INDEX steps_unfinished ON steps (status, updated_at) WHERE status <> 'done';

  CREATE TABLE consumers (
    name TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE deliveries (
    consumer TEXT NOT NULL REFERENCES consumers (name),
    seq INTEGER NOT NULL REFERENCES events (seq),
    case_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('claimed', 'waiting', 'dead')),
    attempts INTEGER NOT NULL,
    owner TEXT NOT NULL,
    due_at TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (consumer, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX deliveries_due ON deliveries (consumer, due_at) WHERE status <> 'dead';
  CREATE INDEX deliveries_by_case ON deliveries (consumer, case_id, seq) WHERE status <> 'dead';

  CREATE TABLE inbox (
    source TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (source, delivery_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX inbox_by_age ON inbox (received_at);

  CREATE TABLE numbers (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, year)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX deliveries_by_owner ON deliveries (consumer, owner) WHERE status = 'claimed';

  -- What the planner is to expect: of many deliveries that wait, few are due, and few are of one case. Left to itself,
  -- it reads all that wait once for every one that is due: seconds per claim after an outage.
  ANALYZE sqlite_schema;
  INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('deliveries', 'deliveries', '10000 5000 1'),
    ('deliveries', 'deliveries_by_case', '10000 20 2 1'),
    ('deliveries', 'deliveries_due', '10000 20 1'),
    ('deliveries', 'deliveries_by_owner', '100 50 25');
  ANALYZE sqlite_schema;
  `,
  `
  -- What each consumer asked for last: how far it is behind depends on it.
  ALTER TABLE consumers ADD COLUMN filter TEXT;
  `,
  `
  -- Every combination of channel, resolution and states that a case was ever in; erased: nothing was added to the
  -- case since its personal data left it. A search picks the groups that fit, and walks one index per group.
  CREATE TABLE case_groups (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    resolution TEXT NOT NULL,
    settlement TEXT NOT NULL,
    parcel TEXT NOT NULL,
    decision TEXT NOT NULL,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    UNIQUE (channel, resolution, settlement, parcel, decision, erased)
  ) STRICT;
  INSERT INTO case_groups (channel, resolution, settlement, parcel, decision, erased)
    SELECT DISTINCT channel, resolution, settlement, parcel, decision, 0 FROM cases;

  ALTER TABLE cases ADD COLUMN group_id INTEGER;
  UPDATE cases SET group_id = (
    SELECT g.id FROM case_groups g
    WHERE g.channel = cases.channel AND g.resolution = cases.resolution AND g.settlement = cases.settlement
      AND g.parcel = cases.parcel AND g.decision = cases.decision AND g.erased = 0);
  DROP INDEX cases_by_state;
  DROP INDEX cases_by_channel;
  DROP INDEX cases_by_order;
  CREATE INDEX cases_by_group ON cases (group_id, updated_at, id);
  CREATE INDEX cases_by_group_opening ON cases (group_id, opened_at, id);
  CREATE INDEX cases_by_opening ON cases (opened_at, id);
  CREATE INDEX cases_by_order ON cases (order_name);

  -- What a case can be looked for by its beginning: RMA number and order name, in lower case, without #.
  CREATE TABLE case_names (
    name TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id),
    PRIMARY KEY (name, case_id)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO case_names SELECT lower(rma), id FROM cases;
  INSERT OR IGNORE INTO case_names
    SELECT lower(CASE WHEN order_name LIKE '#%' THEN substr(order_name, 2) ELSE order_name END), id FROM cases
    WHERE order_name NOT IN ('', '#');

  -- Whose case it is, by e-mail address in lower case. The rows go when the case is erased.
  CREATE TABLE case_people (
    email TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id),
    PRIMARY KEY (email, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_people_by_case ON case_people (case_id);
  INSERT OR IGNORE INTO case_people
    SELECT lower(json_extract(dossier, '$.order.customer.email')), id FROM cases
    WHERE json_extract(dossier, '$.order.customer.email') IS NOT NULL;
  INSERT OR IGNORE INTO case_people
    SELECT lower(json_extract(dossier, '$.order.shippingAddress.email')), id FROM cases
    WHERE json_extract(dossier, '$.order.shippingAddress.email') IS NOT NULL;

  -- The content of what is attached to cases; what is told of it stands in the case.
  CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (case_id, sha256)
  ) STRICT;
  `,
  `
  -- What people call each consumer; its name is made of ids.
  ALTER TABLE consumers ADD COLUMN title TEXT;
  `,
  `
  -- What was received and is not worked yet. A row goes when its work is done, and what was delivered with it.
  CREATE TABLE inbox_work (
    source TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    received_at TEXT NOT NULL,
    news TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('claimed', 'waiting', 'dead')),
    attempts INTEGER NOT NULL,
    owner TEXT NOT NULL,
    due_at TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (source, delivery_id),
    FOREIGN KEY (source, delivery_id) REFERENCES inbox (source, delivery_id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX inbox_work_due ON inbox_work (source, due_at) WHERE status <> 'dead';
  `,
];
