// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * What dispatches have made.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dispatched', table => {
    table.comment('What dispatches have made, one row for each');
    table
      .string('dispatched_digest', 64)
      .primary()
      .comment('SHA-256 of environment, service and name');
    table
      .string('environment', 255)
      .notNullable()
      .comment("The policy's environment");
    table.string('service', 255).notNullable().comment("The policy's service");
    table.string('resource', 63).notNullable().comment('Its name');
    table.string('receiver', 63).notNullable().comment('Who made it');
    table.string('owner_ref', 255).nullable().comment('Group that owns it');
    table
      .string('requester_ref', 255)
      .notNullable()
      .comment('Who asked for its last change');
    table
      .string('request_id', 36)
      .notNullable()
      .comment('Request of its last change');
    table
      .string('lifetime', 40)
      .nullable()
      .comment('ISO 8601 duration from settled_at on, if any');
    table
      .text('entity')
      .notNullable()
      .comment('JSON: what was reported of it, DispatchedEntity');
    table.timestamp('settled_at').notNullable().comment('When that ended');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('dispatched');
};
