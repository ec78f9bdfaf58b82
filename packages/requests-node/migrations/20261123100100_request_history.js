// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requests_events', table => {
    table.comment('History of requests: append-only, each chained to the last');
    table.string('request_id', 36).notNullable().comment('The request');
    table.integer('sequence').notNullable().comment('From 1, without gaps');
    table.text('type').notNullable().comment('created, submitted, …');
    table.text('actor_ref').notNullable().comment('Who did it');
    table.string('at', 24).notNullable().comment('When, ISO 8601 in UTC');
    table.text('data').notNullable().comment('JSON: what else there is to it');
    table
      .string('prev_hash', 64)
      .notNullable()
      .comment('Hash of the event before; 64 zeros for the first');
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of prev_hash and the rest as canonical JSON');
    table.primary(['request_id', 'sequence']);
  });

  await knex.schema.createTable('requests_decisions', table => {
    table.comment('What people said about requests');
    table.string('id', 36).primary().comment('UUID');
    table.string('request_id', 36).notNullable().comment('The request');
    table.integer('position').notNullable().comment('From 1, oldest first');
    table.text('approver_ref').notNullable().comment('Who, full entity ref');
    table
      .text('entitled_by')
      .notNullable()
      .comment('JSON list of the refs that entitled them at that time');
    table.string('verdict', 32).notNullable().comment('What they said');
    table.text('comment').nullable().comment('Their words');
    table
      .string('plan_digest', 64)
      .notNullable()
      .comment('Of the plan that they saw');
    table.integer('revision').notNullable().comment('That they saw');
    table.string('at', 32).notNullable().comment('When, ISO 8601');
    table.string('lapsed', 32).nullable().comment('Why it no longer counts');
    table.unique(['request_id', 'position'], {
      indexName: 'requests_decisions_position_unique',
    });
  });

  await knex.schema.createTable('requests_steps', table => {
    table.comment('Steps of requests as they stand');
    table.string('request_id', 36).notNullable().comment('The request');
    table
      .string('phase', 16)
      .notNullable()
      .comment('submit, execute, close or compensate');
    table.string('step_id', 255).notNullable().comment('Unique in its phase');
    table.integer('position').notNullable().comment('From 1 in its phase');
    table.text('title').notNullable().comment('For people');
    table.string('status', 16).notNullable().comment('How far it is');
    table
      .boolean('irreversible')
      .notNullable()
      .comment('Whether undoing it leaves a trace in the world');
    table.integer('attempt').notNullable().comment('Runs that were begun');
    table.text('waiting_for').nullable().comment('In words');
    table.text('failure').nullable().comment('JSON: cause and what to do');
    table.text('outputs').nullable().comment('JSON: what it made');
    table.string('started_at', 32).nullable().comment('ISO 8601');
    table.string('ended_at', 32).nullable().comment('ISO 8601');
    table.primary(['request_id', 'phase', 'step_id']);
  });

  await knex.schema.createTable('requests_comments', table => {
    table.comment('What people wrote to each other about requests');
    table.increments('sequence').comment('Order');
    table
      .string('id', 36)
      .notNullable()
      .unique({ indexName: 'requests_comments_id_unique' })
      .comment('UUID v7');
    table.string('request_id', 36).notNullable().comment('The request');
    table.text('author_ref').notNullable().comment('Who, full entity ref');
    table.text('text').notNullable().comment('Their words');
    table.string('at', 24).notNullable().comment('When, ISO 8601 in UTC');
    table.index(['request_id', 'sequence'], 'requests_comments_request_idx');
  });

  await knex.schema.createTable('requests_logs', table => {
    table.comment('What the steps said, line by line');
    table.string('request_id', 36).notNullable().comment('The request');
    table.integer('sequence').notNullable().comment('From 1, without gaps');
    table.string('at', 24).notNullable().comment('When, ISO 8601 in UTC');
    table.text('step_id').nullable().comment('The step that said it');
    table.text('text').notNullable().comment('The line');
    table.primary(['request_id', 'sequence']);
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('requests_logs');
  await knex.schema.dropTable('requests_comments');
  await knex.schema.dropTable('requests_steps');
  await knex.schema.dropTable('requests_decisions');
  await knex.schema.dropTable('requests_events');
};
