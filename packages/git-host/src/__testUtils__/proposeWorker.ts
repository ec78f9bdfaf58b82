// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process of its own that commits and opens a change, or begins a repository, and is killed as by `kill -9` right before
// the step of a number, from 1: node -r <transform> proposeWorker.ts <step> propose|begin local <root>, or
// <step> propose|begin github <host> <api> <token>.
// A step is something that git is asked, or a request to GitHub.
import childProcess from 'node:child_process';
import { GitHubHost } from '../github/GitHubHost';
import { integrationsOf } from '../github/__testUtils__/integrationsOf';
import { LocalGitHost } from '../local/LocalGitHost';
import type { GitHost } from '../types';
import { beginSearch, proposeUnit } from './proposeUnit';

const [step, task, kind, place, apiBaseUrl, token] = process.argv.slice(2);
let steps = 0;

function count(): void {
  steps += 1;
  if (steps === Number(step)) {
    process.kill(process.pid, 'SIGKILL');
  }
}

function countRequests(): void {
  const { fetch } = globalThis;
  globalThis.fetch = (...args) => {
    count();
    return fetch(...args);
  };
}

/** The same for what is written to processes. */
function countQuestions(): void {
  const { spawn } = childProcess;
  childProcess.spawn = ((...args: Parameters<typeof spawn>) => {
    count();
    const child = spawn(...args);
    const write = child.stdin?.write.bind(child.stdin);
    if (child.stdin && write) {
      child.stdin.write = ((...data: Parameters<typeof write>) => {
        count();
        return write(...data);
      }) as typeof child.stdin.write;
    }
    return child;
  }) as typeof spawn;
}

async function main() {
  let host: GitHost;
  if (kind === 'github') {
    countRequests();
    host = GitHubHost.create({
      host: place,
      repositories: [{ owner: 'acme', repo: 'infra' }],
      newRepositoryOwners: ['acme'],
      integrations: integrationsOf({ host: place, apiBaseUrl, token }),
      paceWrites: false,
    });
  } else {
    countQuestions();
    host = await LocalGitHost.create({
      root: place,
      newRepositoryOwners: ['acme'],
    });
  }
  const repo = {
    ...{ host: kind === 'github' ? place : 'local' },
    ...{ owner: 'acme', repo: 'infra' },
  };
  await (task === 'begin' ? beginSearch : proposeUnit)(host, repo);
  process.stdout.write(`${steps}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
