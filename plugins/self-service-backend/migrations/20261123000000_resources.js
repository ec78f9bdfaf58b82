// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * Changes are requests of the request engine from here on, which keeps its own tables.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.dropTable('change_targets');
  await knex.schema.dropTable('change_groups');
  await knex.schema.dropTable('changes');

  await knex.schema.createTable('resources', table => {
    table.comment(
      'What merged changes have left in the repositories, one row for each target',
    );
    table
      .string('resource_digest', 64)
      .primary()
      .comment('SHA-256 of repository and path: paths are too long for a key');
    table.string('repo_url', 1024).notNullable().comment('Repository');
    table.text('path').notNullable().comment('Folder of the target');
    table
      .string('environment', 255)
      .notNullable()
      .comment("The policy's environment");
    table.string('service', 255).notNullable().comment("The policy's service");
    table.string('account', 255).nullable().comment('Account id, if any');
    table.string('module', 255).nullable().comment('Vetted module, of a unit');
    table.string('module_version', 64).nullable().comment('Its version');
    table
      .string('owner_ref', 255)
      .nullable()
      .comment('Group that owns it, as entity ref');
    table
      .string('requester_ref', 255)
      .notNullable()
      .comment('Who asked for the last change of it');
    table
      .string('request_id', 36)
      .notNullable()
      .comment('Request of the last change of it');
    table.string('merge_sha', 64).notNullable().comment('Commit of it');
    table
      .string('applied', 16)
      .notNullable()
      .comment('applied, not-applied or unknown');
    table.timestamp('settled_at').notNullable().comment('When it ended');
    table.index(['environment'], 'resources_environment_idx');
  });

  await knex.schema.createTable('report_tokens', table => {
    table.comment(
      'Tokens by which pipelines report: of one request and attempt each',
    );
    table
      .string('token_hash', 64)
      .primary()
      .comment('SHA-256 of the token, which itself is not kept');
    table.string('request_id', 36).notNullable().comment('The request');
    table
      .integer('attempt')
      .notNullable()
      .comment('Attempt of the apply that it is good for');
    table
      .string('subject', 1024)
      .notNullable()
      .comment('Who got it: subject of the OIDC token');
    table.timestamp('expires_at').notNullable().comment('When it ends');
    table.index(['request_id'], 'report_tokens_request_idx');
    table.index(['expires_at'], 'report_tokens_expires_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('report_tokens');
  await knex.schema.dropTable('resources');
  await require('./20261122190000_changes').up(knex);
};
