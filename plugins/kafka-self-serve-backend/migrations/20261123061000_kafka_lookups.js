// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const ROWS_AT_ONCE = 200;

/** Looked up by the beginnings of names, for which an index of letters does not serve. */
const NAMED = ['kafka_topics', 'kafka_groups', 'kafka_subjects', 'kafka_acls'];

/** Names of topics that cannot be in one cluster are one here. */
const FOLDED = `replace(name, '.', '_')`;

/**
 * What requests look up by name instead of reading an environment, and what a
 * sync compares instead of reading rows.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  await knex.schema.alterTable('kafka_topics', table => {
    table
      .string('seen_digest', 64)
      .nullable()
      .comment('Of what the last sync saw; none: the next one compares');
  });
  await knex.raw(
    `create index kafka_topics_folded_idx on kafka_topics (environment, ${FOLDED})`,
  );

  await knex.schema.createTable('kafka_instance_names', table => {
    table.comment('Whose names and beginnings of names are');
    table.string('environment', 63).notNullable().comment('Environment');
    table
      .string('type', 32)
      .notNullable()
      .comment('TOPIC, GROUP, TRANSACTIONAL_ID, SUBJECT or PRINCIPAL');
    table.string('pattern', 16).notNullable().comment('LITERAL or PREFIXED');
    table.string('name', 255).notNullable().comment('As it was asked for');
    table
      .specificType(
        'folded',
        // Beginnings are ranges, so bytes are compared and not letters of a language.
        isPostgres ? 'varchar(255) collate "C"' : 'varchar(255)',
      )
      .notNullable()
      .comment('As it is compared: of a topic with "_" for "."');
    table.string('instance', 127).notNullable().comment('Instance');
    table.primary(['instance', 'type', 'pattern', 'name']);
    table.index(
      ['environment', 'type', 'folded'],
      'kafka_instance_names_folded_idx',
    );
  });
  if (isPostgres) {
    for (const table of NAMED) {
      await knex.raw(
        `create index ${table}_beginning_idx on ${table} (environment, name collate "C")`,
      );
    }
  }
  const bodies = await knex('kafka_instances').pluck('body');
  const rows = bodies.flatMap(body => namesOf(JSON.parse(body)));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await knex('kafka_instance_names').insert(
      rows.slice(from, from + ROWS_AT_ONCE),
    );
  }
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kafka_instance_names');
  if (knex.client.config.client === 'pg') {
    for (const table of NAMED) {
      await knex.raw(`drop index ${table}_beginning_idx`);
    }
  }
  await knex.raw('drop index kafka_topics_folded_idx');
  // Not by the builder, which makes the whole table anew on SQLite.
  await knex.raw('alter table kafka_topics drop column seen_digest');
};

/**
 * As the store writes them when an instance changes.
 *
 * @param {{
 *   id: string,
 *   environment: string,
 *   patterns: { type: string, pattern: string, name: string }[],
 *   principals: string[],
 * }} instance
 */
function namesOf({ id, environment, patterns, principals }) {
  const all = [
    ...patterns,
    ...principals.map(name => ({
      type: 'PRINCIPAL',
      pattern: 'LITERAL',
      name,
    })),
  ].map(({ type, pattern, name }) => ({
    environment,
    type,
    pattern,
    name,
    folded: type === 'TOPIC' ? name.replaceAll('.', '_') : name,
    instance: id,
  }));
  const distinct = new Map(
    all.map(row => [JSON.stringify([row.type, row.pattern, row.name]), row]),
  );
  return [...distinct.values()];
}
