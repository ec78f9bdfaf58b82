// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requests_jobs', table => {
    table.comment('Work for the workers; rows stay, so that fences only rise');
    table.string('request_id', 36).primary().comment('The request');
    table
      .string('phase', 16)
      .notNullable()
      .comment('Steps to run: submit, execute, close or compensate');
    table
      .string('run_at', 24)
      .nullable()
      .comment('When it is due, ISO 8601 in UTC; none: nothing to do');
    table
      .boolean('woken')
      .notNullable()
      .comment('Whether a message came in since the last lease');
    table.text('lease_owner').nullable().comment('The worker that has it');
    table
      .string('lease_until', 24)
      .nullable()
      .comment('When another worker may take it');
    table
      .integer('fence')
      .notNullable()
      .comment('Rises with every lease; writes of an older one are refused');
    table.index(['run_at'], 'requests_jobs_run_idx', {
      predicate: knex.whereNotNull('run_at'),
    });
  });

  await knex.schema.createTable('requests_inbox', table => {
    table.comment('Messages from outside for the steps of a request');
    table.increments('sequence').comment('Order of arrival');
    table.string('request_id', 36).notNullable().comment('The request');
    table
      .string('message_id', 255)
      .notNullable()
      .comment("The sender's id: a second one is dropped");
    table.text('topic').notNullable().comment('What kind of message');
    table.text('data').notNullable().comment('JSON');
    table.string('at', 24).notNullable().comment('When, ISO 8601 in UTC');
    table.unique(['request_id', 'message_id'], {
      indexName: 'requests_inbox_message_unique',
    });
  });

  await knex.schema.createTable('requests_outbox', table => {
    table.comment('What is still to be sent; a row goes when it was');
    table.increments('sequence').comment('Order of writing');
    table
      .string('id', 36)
      .notNullable()
      .unique({ indexName: 'requests_outbox_id_unique' })
      .comment('UUID v7, for whoever receives it twice');
    table.string('request_id', 36).notNullable().comment('The request');
    table
      .string('channel', 64)
      .notNullable()
      .comment('notification, webhook, signal or audit');
    table.text('payload').notNullable().comment('JSON');
    table.integer('attempts').notNullable().comment('Tries that were begun');
    table.string('due_at', 24).notNullable().comment('When to try next');
    table.text('lease_owner').nullable().comment('Who is sending it');
    table.string('lease_until', 24).nullable().comment('When another may try');
    table.text('problem').nullable().comment('Why the last try failed');
    table.index(['due_at'], 'requests_outbox_due_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('requests_outbox');
  await knex.schema.dropTable('requests_inbox');
  await knex.schema.dropTable('requests_jobs');
};
