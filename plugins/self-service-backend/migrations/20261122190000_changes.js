// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('changes', table => {
    table.comment(
      'Changes that people proposed to infrastructure repositories',
    );
    table.string('id', 36).primary().comment('UUID v7 of the change');
    table
      .integer('number')
      .notNullable()
      .unique({ indexName: 'changes_number_unique' })
      .comment('Short number for people, from 1, in the order of creation');
    table
      .string('requester_ref', 255)
      .notNullable()
      .comment('Entity ref of the person who asked');
    table
      .string('idempotency_key', 255)
      .notNullable()
      .comment("The requester's key: the same key is the same change");
    table
      .string('request_digest', 64)
      .notNullable()
      .comment('SHA-256 of what was asked, to tell a repeat from a reused key');
    table
      .string('state', 16)
      .notNullable()
      .comment('proposing, open or failed; merged and closed are of the host');
    table.string('title', 255).notNullable().comment('Subject of the commit');
    table.text('description').notNullable().comment('Body of the commit');
    table
      .string('repo_url', 1024)
      .notNullable()
      .comment('Where it is proposed');
    table.string('base_branch', 255).notNullable().comment('Target branch');
    table.string('base_sha', 64).notNullable().comment('Commit it starts from');
    table.string('branch', 255).notNullable().comment('Branch that holds it');
    table.string('commit_sha', 64).nullable().comment('Commit, once written');
    table
      .integer('pull_request_number')
      .nullable()
      .comment("The host's number of the pull request, once open");
    table.string('remote_url', 2048).nullable().comment('Page on the host');
    table
      .string('failure_code', 64)
      .nullable()
      .comment('Stable code of what went wrong, while failed');
    table
      .text('failure_message')
      .nullable()
      .comment('Words for people, while failed');
    table
      .text('targets')
      .notNullable()
      .comment('JSON: the targets as they were decided, ChangeTarget[]');
    table
      .text('files')
      .notNullable()
      .comment('JSON: paths and what happens to them');
    table
      .text('request')
      .notNullable()
      .comment('JSON: attributes that it was asked with, none of them blank');
    table.string('author_name', 255).notNullable().comment('Commit author');
    table.string('author_email', 320).notNullable().comment('Commit author');
    table
      .string('template_ref', 255)
      .nullable()
      .comment('Entity ref of the template it came from');
    table.string('task_id', 64).nullable().comment('Scaffolder task');
    table
      .timestamp('created_at')
      .notNullable()
      .comment('When it was asked for; also the time of the commit');
    table.timestamp('updated_at').notNullable().comment('Last transition');
    table.unique(['requester_ref', 'idempotency_key'], {
      indexName: 'changes_idempotency_unique',
    });
    table.index(['requester_ref', 'number'], 'changes_requester_idx');
  });

  await knex.schema.createTable('change_groups', table => {
    table.comment(
      'Groups that a change concerns, for lists and for who may read',
    );
    table
      .string('change_id', 36)
      .notNullable()
      .references('id')
      .inTable('changes')
      .onDelete('CASCADE')
      .comment('The change');
    table.string('group_ref', 255).notNullable().comment('Entity ref, group');
    table
      .string('role', 16)
      .notNullable()
      .comment(
        'team: a group of the requester; asked: owner whom the policy names',
      );
    table.primary(['change_id', 'group_ref', 'role']);
    table.index(['group_ref', 'role', 'change_id'], 'change_groups_group_idx');
  });

  await knex.schema.createTable('change_targets', table => {
    table.comment(
      'Targets that a change holds while it is open: one open change per target',
    );
    table
      .string('target_digest', 64)
      .primary()
      .comment('SHA-256 of repository and path: paths are too long for a key');
    table
      .string('change_id', 36)
      .notNullable()
      .references('id')
      .inTable('changes')
      .onDelete('CASCADE')
      .comment('The change that holds it');
    table.text('path').notNullable().comment('Path of the target');
    table.index(['change_id'], 'change_targets_change_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_targets');
  await knex.schema.dropTable('change_groups');
  await knex.schema.dropTable('changes');
};
