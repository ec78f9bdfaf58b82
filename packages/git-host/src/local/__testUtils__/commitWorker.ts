// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process of its own that commits: node -r <transform> commitWorker.ts <root> <worker> <count> <own|shared>
import { parseRepoUrl } from '../../repoUrl';
import { LocalGitHost } from '../LocalGitHost';

const [root, worker, count, mode] = process.argv.slice(2);

async function main() {
  const host = await LocalGitHost.create({ root });
  const repo = parseRepoUrl('local?owner=acme&repo=infra');
  const baseSha = (await host.resolve(repo, 'main'))!;
  const author = { name: `Worker ${worker}`, email: 'worker@acme.example' };
  for (let index = 0; index < Number(count); index++) {
    const branch = mode === 'shared' ? 'shared' : `w${worker}/c${index}`;
    const { commitSha, action } = await host.commit(repo, {
      branch,
      baseSha,
      files: [{ path: `w${worker}/f${index}.txt`, content: `${index}\n` }],
      message: `Commit ${index} of ${worker}`,
      trailers: [],
      author,
      at: new Date(0),
    });
    const { number } = await host.openChange(repo, {
      branch,
      baseBranch: 'main',
      title: branch,
      body: '',
      author,
    });
    process.stdout.write(`${branch} ${commitSha} ${action} ${number}\n`);
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
