/**
 * The schema, step by step: migration n brings it from version n-1 to n. Never edit one that was released; add another.
 * The tables are those of the embedded ledger, statement for statement; what differs says why. Instants are ISO text in
 * UTC with milliseconds, which sorts by time; the collation "C" compares text byte by byte, as SQLite does.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE case_groups (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel TEXT COLLATE "C" NOT NULL,
    resolution TEXT COLLATE "C" NOT NULL,
    settlement TEXT COLLATE "C" NOT NULL,
    parcel TEXT COLLATE "C" NOT NULL,
    decision TEXT COLLATE "C" NOT NULL,
    erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    UNIQUE (channel, resolution, settlement, parcel, decision, erased)
  );

  CREATE TABLE cases (
    id TEXT COLLATE "C" PRIMARY KEY,
    rma TEXT COLLATE "C" NOT NULL UNIQUE,
    channel TEXT COLLATE "C" NOT NULL,
    external_id TEXT COLLATE "C" NOT NULL,
    order_name TEXT COLLATE "C" NOT NULL,
    opened_at TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    decision TEXT COLLATE "C" NOT NULL,
    parcel TEXT COLLATE "C" NOT NULL,
    settlement TEXT COLLATE "C" NOT NULL,
    resolution TEXT COLLATE "C" NOT NULL,
    updated_at TEXT COLLATE "C" NOT NULL,
    dossier TEXT NOT NULL,
    group_id BIGINT NOT NULL,
    UNIQUE (channel, external_id)
  );
  CREATE INDEX cases_by_change ON cases (updated_at, id);
  CREATE INDEX cases_by_opening ON cases (opened_at, id);
  CREATE INDEX cases_by_group ON cases (group_id, updated_at, id);
  CREATE INDEX cases_by_group_opening ON cases (group_id, opened_at, id);
  CREATE INDEX cases_by_order ON cases (order_name);

  CREATE TABLE case_references (
    name TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id)
  );
  -- By hashes, because a value may be longer than what an index of PostgreSQL takes (2704 bytes).
  CREATE UNIQUE INDEX case_references_by_case ON case_references (case_id, name, hashtextextended(value, 0));
  CREATE INDEX case_references_by_value ON case_references USING HASH (value);

  CREATE TABLE case_names (
    name TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    PRIMARY KEY (name, case_id)
  );

  CREATE TABLE case_people (
    email TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    PRIMARY KEY (email, case_id)
  );
  CREATE INDEX case_people_by_case ON case_people (case_id);

  -- Photos and PDF files are compressed already.
  CREATE TABLE evidence (
    id TEXT COLLATE "C" PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    sha256 TEXT COLLATE "C" NOT NULL,
    content BYTEA NOT NULL,
    UNIQUE (case_id, sha256)
  );
  ALTER TABLE evidence ALTER COLUMN content SET STORAGE EXTERNAL;

  CREATE TABLE events (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    version INTEGER NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL,
    actor TEXT NOT NULL,
    cause TEXT,
    note TEXT,
    body TEXT NOT NULL,
    UNIQUE (case_id, version)
  );
  CREATE INDEX events_by_type ON events (type, seq, case_id);

  CREATE TABLE steps (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    step TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('running', 'open', 'done', 'failed')),
    attempts INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    idempotency_key TEXT COLLATE "C" NOT NULL,
    key_since TEXT COLLATE "C" NOT NULL,
    uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
    lease_until TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    result TEXT,
    error_code TEXT,
    error_message TEXT,
    created_at TEXT COLLATE "C" NOT NULL,
    updated_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, step)
  );
  CREATE INDEX steps_unfinished ON steps (status, updated_at) WHERE status <> 'done';

  CREATE TABLE consumers (
    name TEXT COLLATE "C" PRIMARY KEY,
    cursor BIGINT NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    filter TEXT
  );

  -- Most rows live for a moment: without frequent cleaning the dead ones would outnumber the others by far.
  CREATE TABLE deliveries (
    consumer TEXT COLLATE "C" NOT NULL REFERENCES consumers (name),
    seq BIGINT NOT NULL REFERENCES events (seq),
    case_id TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('claimed', 'waiting', 'dead')),
    attempts INTEGER NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    due_at TEXT COLLATE "C" NOT NULL,
    error TEXT,
    PRIMARY KEY (consumer, seq)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
  CREATE INDEX deliveries_due ON deliveries (consumer, due_at, seq) WHERE status <> 'dead';
  CREATE INDEX deliveries_by_case ON deliveries (consumer, case_id, seq) WHERE status <> 'dead';
  CREATE INDEX deliveries_by_owner ON deliveries (consumer, owner) WHERE status = 'claimed';

  CREATE TABLE inbox (
    source TEXT COLLATE "C" NOT NULL,
    delivery_id TEXT COLLATE "C" NOT NULL,
    received_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (source, delivery_id)
  );
  CREATE INDEX inbox_by_age ON inbox (received_at);

  CREATE TABLE numbers (
    series TEXT COLLATE "C" NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, year)
  );
  `,
  `
  -- What people call each consumer; its name is made of ids.
  ALTER TABLE consumers ADD COLUMN title TEXT;
  `,
  `
  -- What was received and is not worked yet. A row goes when its work is done, and what was delivered with it.
  CREATE TABLE inbox_work (
    source TEXT COLLATE "C" NOT NULL,
    delivery_id TEXT COLLATE "C" NOT NULL,
    received_at TEXT COLLATE "C" NOT NULL,
    news TEXT NOT NULL,
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('claimed', 'waiting', 'dead')),
    attempts INTEGER NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    due_at TEXT COLLATE "C" NOT NULL,
    error TEXT,
    PRIMARY KEY (source, delivery_id),
    FOREIGN KEY (source, delivery_id) REFERENCES inbox (source, delivery_id) ON DELETE CASCADE
  );
  CREATE INDEX inbox_work_due ON inbox_work (source, due_at) WHERE status <> 'dead';
  `,
];
