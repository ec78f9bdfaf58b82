// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requests', table => {
    table.comment('What people asked for, whole; times are ISO 8601 in UTC');
    table
      .increments('number')
      .comment('Short number for people, in the order of creation; has gaps');
    table
      .string('id', 36)
      .notNullable()
      .unique({ indexName: 'requests_id_unique' })
      .comment('UUID v7');
    table.text('kind').notNullable().comment('Name of the kind: change');
    table.text('operation').notNullable().comment('create, update, delete, …');
    table.text('title').notNullable().comment('One line for people');
    table.text('justification').nullable().comment('Why, in words');
    table
      .text('resource_refs')
      .notNullable()
      .comment('JSON list of what it is about');
    table.text('environment_ref').nullable().comment("Policy's environment");
    table
      .text('owner_ref')
      .nullable()
      .comment('Group that will own the result, full entity ref');
    table
      .string('requester_ref', 255)
      .notNullable()
      .comment('Who asked, full entity ref');
    table
      .text('author_refs')
      .notNullable()
      .comment('JSON list: whoever wrote a revision, the requester first');
    table.text('payload').notNullable().comment('JSON: what was asked for');
    table.text('plan').notNullable().comment('JSON: what will be done');
    table
      .string('plan_digest', 64)
      .notNullable()
      .comment('SHA-256 of the plan and its view, in hex');
    table.text('view').notNullable().comment('JSON: the plan for people');
    table.text('risks').notNullable().comment('JSON list of risks');
    table.text('checks').notNullable().comment('JSON list of checks');
    table.text('approval').notNullable().comment('JSON: who has to say yes');
    table.string('decision', 32).notNullable().comment('What was decided');
    table.string('execution', 32).notNullable().comment('What became of it');
    table.integer('revision').notNullable().comment('From 1');
    table.text('links').notNullable().comment('JSON list, one of each rel');
    table
      .text('outputs')
      .notNullable()
      .comment('JSON: what the steps made, merged');
    table.text('status_label').nullable().comment('State in words');
    table.text('summary').nullable().comment('Outcome in words');
    table
      .text('failure')
      .nullable()
      .comment('JSON: the step that stopped it, and why');
    table
      .string('idempotency_key', 255)
      .notNullable()
      .comment("The requester's key: the same key is the same request");
    table
      .string('idempotency_digest', 64)
      .notNullable()
      .comment('Of the content that came with the key, to tell a reused key');
    table
      .text('reader_refs')
      .notNullable()
      .comment('JSON list: who may read it beside the requester');
    table
      .text('decider_refs')
      .notNullable()
      .comment('JSON list: who may decide now');
    table.string('draft_expires_at', 24).nullable().comment('End of a draft');
    table.string('decide_by', 24).nullable().comment('End of the waiting');
    table.string('remind_at', 24).nullable().comment('When to remind');
    table.string('reminded_at', 24).nullable().comment('When it was reminded');
    table
      .string('due_at', 24)
      .nullable()
      .comment('The first of these times that still counts; none: no timer');
    table
      .boolean('holds_resources')
      .notNullable()
      .comment('Whether its resources are taken');
    table
      .integer('row_version')
      .notNullable()
      .comment('Counts the transitions, for compare-and-set');
    table
      .integer('event_count')
      .notNullable()
      .comment('Length of its chain: a cut tail is found by it');
    table
      .string('head_hash', 64)
      .notNullable()
      .comment('Hash of its last event');
    table.string('created_at', 24).notNullable().comment('When it was drafted');
    table
      .string('submitted_at', 24)
      .nullable()
      .comment('When it was submitted');
    table.string('updated_at', 24).notNullable().comment('Last transition');
    table.unique(['requester_ref', 'idempotency_key'], {
      indexName: 'requests_idempotency_unique',
    });
    table.index(['due_at'], 'requests_due_idx', {
      predicate: knex.whereNotNull('due_at'),
    });
  });

  await knex.schema.createTable('requests_audiences', table => {
    table.comment(
      'Sets of people; many requests share one, so lists are quick',
    );
    table.increments('id').comment('Small, for the index');
    table
      .string('digest', 64)
      .notNullable()
      .unique({ indexName: 'requests_audiences_digest_unique' })
      .comment('SHA-256 of the sorted refs, in hex');
  });
  await knex.schema.createTable('requests_audience_refs', table => {
    table.comment('Who is in a set; never changed once written');
    table.string('ref', 255).notNullable().comment('Group or user, full ref');
    table.integer('audience_id').notNullable().comment('The set');
    table.primary(['ref', 'audience_id']);
  });

  await knex.schema.createTable('requests_list', table => {
    table.comment('What lists filter by, in short rows; written with requests');
    table
      .integer('number')
      .primary()
      .comment('Of the request; the order of every list');
    table.string('decision', 32).notNullable().comment('As of the request');
    table.string('execution', 32).notNullable().comment('As of the request');
    table
      .integer('readers_id')
      .notNullable()
      .comment('The set of those who may read it beside the requester');
    table
      .integer('deciders_id')
      .nullable()
      .comment('The set of those who may decide now; none: nobody');
    table.text('kind').notNullable().comment('As of the request');
    table.text('environment_ref').nullable().comment('As of the request');
    table.text('owner_ref').nullable().comment('As of the request');
    table.text('requester_ref').notNullable().comment('As of the request');
    table.string('created_at', 24).notNullable().comment('As of the request');
    table
      .text('search_text')
      .notNullable()
      .comment('Number, title and resources in lower case');
    table.index(['decision', 'execution'], 'requests_list_state_idx');
    table.index(['execution'], 'requests_list_execution_idx');
    table.index(
      ['readers_id', 'decision', 'execution'],
      'requests_list_readers_idx',
    );
    table.index(['deciders_id'], 'requests_list_deciders_idx', {
      predicate: knex.whereNotNull('deciders_id'),
    });
    table.index(['kind'], 'requests_list_kind_idx');
    table.index(['environment_ref'], 'requests_list_environment_idx');
    table.index(['owner_ref'], 'requests_list_owner_idx');
    table.index(['requester_ref'], 'requests_list_requester_idx');
  });

  await knex.schema.createTable('requests_recused', table => {
    table.comment(
      'Who need not look though they are in the set: authors, and who has spoken',
    );
    table.string('user_ref', 255).notNullable().comment('Full entity ref');
    table.integer('number').notNullable().comment('Of a request that waits');
    table.primary(['user_ref', 'number']);
    table.index(['number'], 'requests_recused_number_idx');
  });

  await knex.schema.createTable('requests_resources', table => {
    table.comment('Resources of requests; an open request holds them alone');
    table.integer('number').notNullable().comment('Of the request');
    table
      .string('resource_key', 64)
      .notNullable()
      .comment('SHA-256 of the ref, in hex: refs may be long');
    table.text('resource_ref').notNullable().comment('As the kind names it');
    table
      .boolean('held')
      .notNullable()
      .comment('Whether the request is open and nobody else may have it');
    table.primary(['number', 'resource_key']);
    table.index(['resource_key'], 'requests_resources_key_idx');
  });
  await knex.raw(
    'create unique index requests_resources_held_unique on requests_resources (resource_key) where held',
  );
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('requests_resources');
  await knex.schema.dropTable('requests_recused');
  await knex.schema.dropTable('requests_list');
  await knex.schema.dropTable('requests_audience_refs');
  await knex.schema.dropTable('requests_audiences');
  await knex.schema.dropTable('requests');
};
