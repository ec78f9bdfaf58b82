// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * What receivers were told when they made something: they are told it again when it is removed at its end.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('dispatched', table => {
    table
      .text('told')
      .nullable()
      .comment('JSON: the values of its last change; none if empty');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('dispatched', table => {
    table.dropColumn('told');
  });
};
