// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * When resources end, their own history, and which of them somebody has taken out of Git.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('resources', table => {
    table
      .timestamp('gone_at')
      .nullable()
      .comment('When it was first missed in Git, if it is');
  });

  await knex.schema.createTable('resource_lifetimes', table => {
    table.comment('When resources end, one row for each that does');
    table.string('resource_digest', 64).primary().comment('Of its resource');
    table.string('duration', 40).notNullable().comment('ISO 8601, as ordered');
    table.text('warn').notNullable().comment('JSON list of durations');
    table.string('grace', 40).notNullable().comment('ISO 8601 duration');
    table
      .timestamp('started_at')
      .notNullable()
      .comment('The maximum counts from here on');
    table.timestamp('expires_at').notNullable().comment('When it ends');
    table
      .string('phase', 16)
      .notNullable()
      .comment('counting, grace, removing or kept');
    table
      .timestamp('grace_until')
      .nullable()
      .comment('When its removal is asked for, once its end was seen');
    table
      .text('warned')
      .notNullable()
      .comment('JSON list of the warnings that were given');
    table
      .integer('generation')
      .notNullable()
      .comment('Goes up with every new end: one removal request for each');
    table
      .string('removal_request_id', 36)
      .nullable()
      .comment('Request of its removal, once it is there');
    table.text('held_because').nullable().comment('Why it waits');
    table.text('kept_because').nullable().comment('Why it stays');
    table
      .timestamp('look_at')
      .notNullable()
      .comment('When it is looked at next');
    table.integer('row_version').notNullable().comment('Compare-and-set');
    table.index(['phase', 'look_at'], 'resource_lifetimes_look_idx');
    table.index(['expires_at'], 'resource_lifetimes_expires_idx');
  });

  await knex.schema.createTable('resource_events', table => {
    table.comment('History of resources; outlives them');
    table.increments('sequence').comment('In their order');
    table
      .string('resource_digest', 64)
      .notNullable()
      .comment('Of its resource');
    table.timestamp('at').notNullable().comment('When');
    table.string('type', 40).notNullable().comment('What happened');
    table.string('actor_ref', 255).notNullable().comment('Who did it');
    table.text('data').notNullable().comment('JSON: words, request');
    table
      .timestamp('tell_at')
      .nullable()
      .comment('When people are told; empty once they are');
    table.index(['resource_digest', 'sequence'], 'resource_events_of_idx');
    table.index(['tell_at'], 'resource_events_tell_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('resource_events');
  await knex.schema.dropTable('resource_lifetimes');
  await knex.schema.alterTable('resources', table => {
    table.dropColumn('gone_at');
  });
};
