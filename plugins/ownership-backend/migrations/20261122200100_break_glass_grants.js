// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('break_glass_grants', table => {
    table.comment('Grants to pass the ownership policy in an emergency');
    table.string('id', 36).primary().comment('UUID v7');
    table
      .integer('version')
      .notNullable()
      .comment('Counts the changes: who changes it names the one it has seen');
    table
      .string('state', 16)
      .notNullable()
      .comment('waiting, active, closed or expired');
    table
      .string('user_entity_ref', 255)
      .notNullable()
      .comment('Who asked for it and may use it');
    table.text('reason').notNullable().comment('Why, in words for people');
    table
      .string('ticket', 255)
      .notNullable()
      .comment('Where it is followed up');
    table
      .integer('minutes')
      .notNullable()
      .comment('How long it lasts from the approval on');
    table
      .string('environment', 255)
      .nullable()
      .comment('Canonical name; none: every environment');
    table
      .string('service', 255)
      .nullable()
      .comment('Canonical name; none: every service');
    table
      .string('requested_at', 24)
      .notNullable()
      .comment('ISO 8601 in UTC, as all times here');
    table.string('opened_at', 24).nullable().comment('When it began to count');
    table
      .string('expires_at', 24)
      .notNullable()
      .comment('When it, or the wait for an approval, ends by itself');
    table
      .text('approved_by')
      .notNullable()
      .comment('JSON list of user entity refs');
    table.string('closed_at', 24).nullable().comment('When somebody ended it');
    table.string('closed_by', 255).nullable().comment('Who ended it');
    table.index(['state', 'expires_at'], 'break_glass_grants_state_idx');
    table.index(['requested_at'], 'break_glass_grants_requested_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('break_glass_grants');
};
