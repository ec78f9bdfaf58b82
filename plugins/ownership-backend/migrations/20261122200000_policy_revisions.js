// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('policy_revisions', table => {
    table.comment(
      'Ownership policies that were in force, the last one decides',
    );
    table
      .integer('number')
      .primary()
      .comment('From 1, in the order in which they came into force');
    table
      .string('revision', 64)
      .notNullable()
      .comment('SHA-256 of the text, in hex');
    table
      .string('source', 255)
      .notNullable()
      .comment('Name of the file, folder or URL, for messages');
    table
      .string('loaded_at', 24)
      .notNullable()
      .comment('When it came into force, ISO 8601 in UTC');
    table
      .text('text', 'longtext')
      .notNullable()
      .comment('The policy, which loads as a whole');
    table.index(['revision'], 'policy_revisions_revision_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_revisions');
};
