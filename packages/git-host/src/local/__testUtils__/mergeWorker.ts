// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process of its own that merges changes: node -r <transform> mergeWorker.ts <root> <number> …
import { parseRepoUrl } from '../../repoUrl';
import { LocalGitHost } from '../LocalGitHost';

const [root, ...numbers] = process.argv.slice(2);

async function main() {
  const host = await LocalGitHost.create({ root });
  const repo = parseRepoUrl('local?owner=acme&repo=infra');
  for (const number of numbers.map(Number)) {
    const change = (await host.getChange(repo, { number }))!;
    const { mergeSha } = await host.mergeChange(repo, {
      number,
      headSha: change.headSha,
      message: `Merge ${number}`,
      trailers: [],
      author: { name: 'Worker', email: 'worker@acme.example' },
    });
    const { state } = (await host.getChange(repo, { number }))!;
    process.stdout.write(`${number} ${mergeSha} ${state}\n`);
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
