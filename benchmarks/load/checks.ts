// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What has to be true in the end: in the database, in Git, and of the chain of every request.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import knexFactory from 'knex';
import type { Journal } from './people';

const DATABASE = 'backstage_plugin_self-service';

/** In words what is wrong; empty when nothing is. */
export async function problemsAfter(options: {
  connectionString: string;
  git: string;
  journal: Journal;
}): Promise<string[]> {
  const { connectionString, git, journal } = options;
  const knex = knexFactory({
    client: 'pg',
    connection: connectionString.replace(/[^/]*$/, DATABASE),
  });
  try {
    return [
      ...(await inDatabase(knex, journal)),
      ...(await inGit(git, journal)),
    ];
  } finally {
    await knex.destroy();
  }
}

interface Row {
  id: string;
  idempotency_key: string;
  execution: string;
}

async function inDatabase(
  knex: ReturnType<typeof knexFactory>,
  journal: Journal,
): Promise<string[]> {
  const rows = await knex<Row>('requests').select(
    'id',
    'idempotency_key',
    'execution',
  );
  const byKey = groupBy(rows, row => row.idempotency_key);
  const decisions: { request_id: string; approver_ref: string }[] = await knex(
    'requests_decisions',
  ).select('request_id', 'approver_ref');
  const byApproval = groupBy(
    decisions,
    row => `${row.request_id} ${row.approver_ref}`,
  );
  return [
    ...[...byKey]
      .filter(([, same]) => same.length > 1)
      .map(([key, same]) => `"${key}" was made ${same.length} times`),
    ...[...byKey.keys()]
      .filter(key => !journal.sent.has(key))
      .map(key => `"${key}" was made and never sent`),
    ...[...journal.made]
      .filter(([key, id]) => byKey.get(key)?.[0].id !== id)
      .map(([key]) => `"${key}" was answered as made and is lost`),
    ...rows
      .filter(({ execution }) => execution !== 'succeeded')
      .map(row => `"${row.idempotency_key}" ended as ${row.execution}`),
    ...journal.approved
      .filter(({ id, approverRef }) => !byApproval.has(`${id} ${approverRef}`))
      .map(({ id, approverRef }) => `${approverRef}'s yes to ${id} is lost`),
    ...[...byApproval]
      .filter(([, same]) => same.length > 1)
      .map(([approval]) => `There are two decisions of ${approval}`),
  ];
}

/** Every unit was added to the main branch by exactly one commit. */
async function inGit(git: string, journal: Journal): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    'git',
    [
      `--git-dir=${git}`,
      'log',
      '--first-parent',
      '-m',
      '--format=',
      '--name-status',
      'main',
      '--',
      'live',
    ],
    { maxBuffer: 1 << 28 },
  );
  const changes = stdout
    .split('\n')
    .map(line => line.split('\t'))
    .filter(([, path]) => path?.includes('/load-'));
  const added = groupBy(changes, ([, path]) => path);
  const wanted = new Set(
    [...journal.made.keys()].map(key => journal.sent.get(key)!.path),
  );
  const sent = new Set([...journal.sent.values()].map(({ path }) => path));
  return [
    ...[...wanted]
      .filter(path => !added.has(path))
      .map(path => `${path} is not on the main branch`),
    ...[...added]
      .filter(([, same]) => same.length > 1 || same[0][0] !== 'A')
      .map(([path, same]) => `${path} was changed by ${same.length} merges`),
    ...[...added.keys()]
      .filter(path => !sent.has(path))
      .map(path => `${path} was never asked for`),
  ];
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
