// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// @ts-check

const TABLES = [
  'kafka_drift',
  'kafka_offset_records',
  'kafka_lag',
  'kafka_acls',
  'kafka_snapshots',
  'kafka_password_tickets',
  'kafka_credentials',
  'kafka_grants',
  'kafka_subject_topics',
  'kafka_subjects',
  'kafka_group_topics',
  'kafka_groups',
  'kafka_topic_labels',
  'kafka_topics',
  'kafka_instances',
  'kafka_applications',
  'kafka_policies',
  'kafka_environments',
];

/** @typedef { import("knex").Knex.CreateTableBuilder } Table */

/** @param { Table } table */
function inEnvironment(table) {
  table.string('environment', 63).notNullable().comment('Environment');
}

/** @param { Table } table */
function owned(table) {
  table
    .string('instance', 127)
    .nullable()
    .comment('Instance that owns it; none: an orphan');
}

/** @param { Table } table */
function desiredAndObserved(table) {
  table
    .boolean('is_desired')
    .notNullable()
    .comment('Whether somebody asked for it');
  table
    .boolean('is_observed')
    .notNullable()
    .comment('Whether the last sync saw it');
  table
    .boolean('was_observed')
    .notNullable()
    .comment('Whether any sync saw it');
}

/** @param { Table } table */
function compared(table) {
  table
    .boolean('configured')
    .notNullable()
    .comment('Whether the configuration wrote it');
  table.integer('row_version').notNullable().comment('For compare-and-set');
}

/**
 * @param { Table } table
 * @param { string } comment
 */
function ofRequest(table, comment) {
  table.string('request_id', 36).nullable().comment(comment);
}

/**
 * Lists are in the order of names: of an environment, of all, of an instance.
 *
 * @param { Table } table
 * @param { string } name
 */
function listedByName(table, name) {
  table.index(['environment', 'name', 'instance'], `${name}_environment_idx`);
  table.index(['name', 'environment', 'instance'], `${name}_name_idx`);
  table.index(['instance', 'name', 'environment'], `${name}_instance_idx`);
}

/**
 * What is desired of Kafka, and what was seen of it. Topics, groups and subjects are one row each, whether somebody asked
 * for them, a sync saw them, or both, so that a list is one index.
 *
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('kafka_environments', table => {
    table.comment('Kafka clusters, one each');
    table.string('name', 63).primary().comment('Name');
    table
      .integer('display_order')
      .notNullable()
      .unique()
      .comment('Order of promotion');
    table
      .string('connection', 255)
      .notNullable()
      .unique()
      .comment('Key of the connection in the configuration');
    table
      .string('cluster_id', 255)
      .nullable()
      .unique()
      .comment("The brokers' id: one cluster is one environment");
    table.text('body').notNullable().comment('The rest, JSON');
    table.text('status').nullable().comment('What the last sync said, JSON');
    compared(table);
  });

  await knex.schema.createTable('kafka_policies', table => {
    table.comment('Topic policies');
    table.string('name', 63).primary().comment('Name');
    table
      .text('body')
      .notNullable()
      .comment('Description and constraints, JSON');
    compared(table);
  });

  await knex.schema.createTable('kafka_applications', table => {
    table.comment('Streaming applications and pipelines');
    table.string('name', 63).primary().comment('Name');
    table
      .string('owner_ref', 255)
      .notNullable()
      .comment('Group that owns it, as entity ref, lower case');
    table
      .string('component_ref', 255)
      .notNullable()
      .comment('Component or System, as entity ref, lower case');
    table.text('search_text').notNullable().comment('Names, lower case');
    table.text('body').notNullable().comment('The application, JSON');
    ofRequest(table, 'Request that made or changed it last');
    table.index(['owner_ref', 'name'], 'kafka_applications_owner_idx');
    table.index(['component_ref', 'name'], 'kafka_applications_component_idx');
  });

  await knex.schema.createTable('kafka_instances', table => {
    table.comment('Applications in environments');
    table.string('id', 127).primary().comment('application@environment');
    table.string('application', 63).notNullable().comment('Application');
    inEnvironment(table);
    table
      .boolean('is_private')
      .notNullable()
      .comment('Whether others may not see its resources');
    table.text('body').notNullable().comment('The instance, JSON');
    ofRequest(table, 'Request that made or changed it last');
    table.index(
      ['environment', 'application'],
      'kafka_instances_environment_idx',
    );
    table.index(['application'], 'kafka_instances_application_idx');
  });

  await knex.schema.createTable('kafka_topics', table => {
    table.comment('Topics that are desired, observed or both');
    inEnvironment(table);
    table.string('name', 249).notNullable().comment('Name');
    owned(table);
    table
      .string('phase', 16)
      .notNullable()
      .comment('pending, ready, drifted, missing, deleting or failed');
    desiredAndObserved(table);
    table.boolean('is_protected').notNullable().comment('Deletion protection');
    table
      .string('delete_after', 32)
      .nullable()
      .comment('End of its grace period, ISO 8601');
    table
      .integer('partitions')
      .notNullable()
      .comment('As observed, else as desired');
    table
      .bigInteger('bytes')
      .notNullable()
      .comment('On disk, with replicas; -1: not known');
    table
      .bigInteger('retained_bytes')
      .notNullable()
      .comment('Disk that it may take by its retention; 0: no limit');
    table.text('desired').nullable().comment('TopicSpec, JSON');
    table.text('observed').nullable().comment('TopicObservation, JSON');
    table.text('labels').notNullable().comment('Labels, JSON');
    table.text('description').nullable().comment('For people');
    table.text('failure').nullable().comment('Why the last change failed');
    ofRequest(table, 'Request of the last change');
    table.primary(['environment', 'name']);
    listedByName(table, 'kafka_topics');
    table.index(
      ['phase', 'name', 'environment', 'instance'],
      'kafka_topics_phase_idx',
    );
    table.index(
      ['partitions', 'name', 'environment', 'instance'],
      'kafka_topics_partitions_idx',
    );
    table.index(
      ['bytes', 'name', 'environment', 'instance'],
      'kafka_topics_bytes_idx',
    );
    table.index(
      ['environment', 'partitions', 'name', 'instance'],
      'kafka_topics_environment_partitions_idx',
    );
    table.index(
      ['environment', 'bytes', 'name', 'instance'],
      'kafka_topics_environment_bytes_idx',
    );
  });

  await knex.schema.createTable('kafka_topic_labels', table => {
    table.comment('Labels of topics, to filter by');
    inEnvironment(table);
    table.string('name', 249).notNullable().comment('Topic');
    table.string('label_key', 63).notNullable().comment('Key');
    table.string('label_value', 255).notNullable().comment('Value');
    table.primary(['environment', 'name', 'label_key']);
    table.index(
      ['label_key', 'label_value', 'environment', 'name'],
      'kafka_topic_labels_value_idx',
    );
  });

  await knex.schema.createTable('kafka_groups', table => {
    table.comment('Consumer groups, as the last sync saw them');
    inEnvironment(table);
    table.string('name', 1000).notNullable().comment('Group id');
    owned(table);
    table.string('state', 32).notNullable().comment('State');
    table
      .bigInteger('lag')
      .notNullable()
      .comment('Records behind, at most 2^53 - 1; -1: not known');
    table.text('observed').notNullable().comment('GroupObservation, JSON');
    table.primary(['environment', 'name']);
    listedByName(table, 'kafka_groups');
    table.index(
      ['state', 'name', 'environment', 'instance'],
      'kafka_groups_state_idx',
    );
    table.index(
      ['lag', 'name', 'environment', 'instance'],
      'kafka_groups_lag_idx',
    );
    table.index(
      ['environment', 'lag', 'name', 'instance'],
      'kafka_groups_environment_lag_idx',
    );
  });

  await knex.schema.createTable('kafka_group_topics', table => {
    table.comment('What groups read');
    inEnvironment(table);
    table.string('topic', 249).notNullable().comment('Topic');
    table.string('name', 1000).notNullable().comment('Group id');
    table.primary(['environment', 'topic', 'name']);
    table.index(['environment', 'name'], 'kafka_group_topics_name_idx');
  });

  await knex.schema.createTable('kafka_subjects', table => {
    table.comment('Subjects that are desired, observed or both');
    inEnvironment(table);
    table.string('name', 1000).notNullable().comment('Name');
    owned(table);
    table
      .string('phase', 16)
      .notNullable()
      .comment('pending, ready, drifted or missing');
    desiredAndObserved(table);
    table.text('desired').nullable().comment('SubjectSpec, JSON');
    table
      .text('observed')
      .nullable()
      .comment('ObservedSubject without its schema, JSON');
    table
      .text('observed_schema')
      .nullable()
      .comment('Text of the latest schema');
    ofRequest(table, 'Request of the last change');
    table.primary(['environment', 'name']);
    listedByName(table, 'kafka_subjects');
  });

  await knex.schema.createTable('kafka_subject_topics', table => {
    table.comment('Topics that a subject can be of, by its name');
    inEnvironment(table);
    table.string('topic', 1000).notNullable().comment('Topic');
    table.string('name', 1000).notNullable().comment('Subject');
    table.primary(['environment', 'topic', 'name']);
    table.index(['environment', 'name'], 'kafka_subject_topics_name_idx');
  });

  await knex.schema.createTable('kafka_grants', table => {
    table.comment('Access that one instance gives another');
    table.string('id', 64).primary().comment('Id');
    inEnvironment(table);
    table.string('owner', 127).notNullable().comment('Instance that gives');
    table.string('grantee', 127).notNullable().comment('Instance that gets');
    table
      .boolean('is_prefix')
      .notNullable()
      .comment('Whether the topic is the beginning of names');
    table
      .string('topic', 249)
      .notNullable()
      .comment('Topic, or the beginning of its name');
    table.string('expires_at', 32).nullable().comment('ISO 8601, UTC');
    table.string('revoked_at', 32).nullable().comment('ISO 8601, UTC');
    table
      .boolean('is_applied')
      .notNullable()
      .comment('Whether its ACLs are on the cluster');
    table.text('body').notNullable().comment('The grant, JSON');
    ofRequest(table, 'Request that it came from');
    table
      .string('revoke_request_id', 36)
      .nullable()
      .comment('Request that revoked it');
    table.index(['environment', 'topic', 'id'], 'kafka_grants_environment_idx');
    table.index(['topic', 'id'], 'kafka_grants_topic_idx');
    table.index(['owner'], 'kafka_grants_owner_idx');
    table.index(['grantee'], 'kafka_grants_grantee_idx');
    table.index(['is_applied', 'expires_at'], 'kafka_grants_expires_idx');
  });

  await knex.schema.createTable('kafka_credentials', table => {
    table.comment('SCRAM users; never a password');
    table.string('id', 64).primary().comment('Id');
    inEnvironment(table);
    table
      .string('instance', 127)
      .notNullable()
      .comment('Instance that it is of');
    table.string('username', 255).notNullable().comment('Without User:');
    table.text('body').notNullable().comment('The credential, JSON');
    ofRequest(table, 'Request of the last password');
    table.unique(['environment', 'username']);
    table.index(['username', 'id'], 'kafka_credentials_username_idx');
    table.index(['instance'], 'kafka_credentials_instance_idx');
  });

  await knex.schema.createTable('kafka_password_tickets', table => {
    table.comment('Rights to be shown a new password, once');
    table.string('credential_id', 64).primary().comment('Credential');
    table.string('request_id', 36).notNullable().comment('Request');
    table
      .string('requester_ref', 255)
      .notNullable()
      .comment('Who it is shown to, as entity ref, lower case');
    table.string('expires_at', 32).notNullable().comment('ISO 8601, UTC');
    table.index(['request_id'], 'kafka_password_tickets_request_idx');
    table.index(['expires_at'], 'kafka_password_tickets_expires_idx');
  });

  await knex.schema.createTable('kafka_snapshots', table => {
    table.comment('How fresh the observed state of each environment is');
    table.string('environment', 63).primary().comment('Environment');
    table
      .string('as_of', 32)
      .nullable()
      .comment('When it was read, ISO 8601; none: never');
    table
      .boolean('is_reachable')
      .notNullable()
      .comment('Whether the last attempt came through');
    table
      .text('message')
      .nullable()
      .comment('Why not, or what could not be read');
    table.string('cluster_id', 255).nullable().comment('Id of the cluster');
    table.string('version', 64).nullable().comment('Version of the brokers');
    table.integer('brokers').nullable().comment('Live brokers');
    table.text('quotas').notNullable().comment('QuotaSpec[], JSON');
    table.text('scram_users').notNullable().comment('ScramUser[], JSON');
  });

  await knex.schema.createTable('kafka_acls', table => {
    table.comment('ACLs, as the last sync saw them');
    inEnvironment(table);
    table
      .string('acl_digest', 64)
      .notNullable()
      .comment('SHA-256 of all of its fields');
    table.string('resource_type', 32).notNullable().comment('TOPIC, GROUP, …');
    table
      .string('pattern_type', 16)
      .notNullable()
      .comment('LITERAL or PREFIXED');
    table.string('name', 1000).notNullable().comment('Resource');
    table.string('principal', 1000).notNullable().comment('Principal');
    table.string('host', 255).notNullable().comment('Host');
    table.string('operation', 32).notNullable().comment('Operation');
    table.string('permission', 8).notNullable().comment('ALLOW or DENY');
    table
      .string('instance', 127)
      .nullable()
      .comment('Instance that owns the resource');
    table
      .string('principal_instance', 127)
      .nullable()
      .comment('Instance that the principal is of');
    table.primary(['environment', 'acl_digest']);
    table.index(
      ['environment', 'name', 'acl_digest', 'instance'],
      'kafka_acls_environment_idx',
    );
    table.index(
      ['name', 'environment', 'acl_digest', 'instance'],
      'kafka_acls_name_idx',
    );
    table.index(['principal', 'name'], 'kafka_acls_principal_idx');
  });

  await knex.schema.createTable('kafka_lag', table => {
    table.comment('How far groups were behind');
    inEnvironment(table);
    table.string('name', 1000).notNullable().comment('Group id');
    table.string('at', 32).notNullable().comment('ISO 8601, UTC');
    table.string('lag', 40).notNullable().comment('Records, decimal text');
    table.primary(['environment', 'name', 'at']);
    table.index(['at'], 'kafka_lag_at_idx');
  });

  await knex.schema.createTable('kafka_offset_records', table => {
    table.comment(
      'Where groups stood before a reset, so that it can be undone',
    );
    table.string('request_id', 36).primary().comment('Request of the reset');
    inEnvironment(table);
    table.string('name', 1000).notNullable().comment('Group id');
    table.string('at', 32).notNullable().comment('ISO 8601, UTC');
    table.text('body').notNullable().comment('OffsetRecord, JSON');
    table.index(
      ['environment', 'name', 'at'],
      'kafka_offset_records_group_idx',
    );
    table.index(['at'], 'kafka_offset_records_at_idx');
  });

  await knex.schema.createTable('kafka_drift', table => {
    table.comment('Differences between desired and observed');
    table
      .string('id', 64)
      .primary()
      .comment('The same for the same difference');
    inEnvironment(table);
    table.string('kind', 32).notNullable().comment('Kind of difference');
    table
      .string('name', 1000)
      .notNullable()
      .comment('Topic, subject or principal');
    table.string('instance', 127).nullable().comment('Instance that owns it');
    table
      .boolean('is_ignored')
      .notNullable()
      .comment('Whether somebody chose to ignore it');
    table.string('ignored_by', 255).nullable().comment('Who, as entity ref');
    table.text('comment').nullable().comment('Why');
    table
      .string('since', 32)
      .notNullable()
      .comment('When it was seen first, ISO 8601');
    table.text('body').notNullable().comment('DriftEntry, JSON');
    table.index(['name', 'id'], 'kafka_drift_name_idx');
    table.index(['environment', 'name', 'id'], 'kafka_drift_environment_idx');
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = async function down(knex) {
  for (const table of TABLES) await knex.schema.dropTable(table);
};
