// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An npm registry on loopback with the packed tarballs of a folder and nothing else, so that a guide's own `yarn add` works
// before anything is published.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** Yarn waits some days before it takes a release; these are old enough. */
const RELEASED = '2026-01-01T00:00:00.000Z';

function packageOf(file, address) {
  const content = fs.readFileSync(file);
  const manifest = JSON.parse(
    execFileSync('tar', ['-xOzf', file, 'package/package.json'], {
      encoding: 'utf8',
    }),
  );
  const hash = (algorithm, encoding) =>
    createHash(algorithm).update(content).digest(encoding);
  const { name, version } = manifest;
  return {
    name,
    'dist-tags': { latest: version },
    time: { created: RELEASED, modified: RELEASED, [version]: RELEASED },
    versions: {
      [version]: {
        ...manifest,
        dist: {
          tarball: `${address}/${name}/-/${path.basename(file)}`,
          shasum: hash('sha1', 'hex'),
          integrity: `sha512-${hash('sha512', 'base64')}`,
        },
      },
    },
  };
}

/** Answers the registry's address and `stop`. */
export async function startRegistry({ tarballs }) {
  const files = new Map(
    fs
      .readdirSync(tarballs)
      .filter(name => name.endsWith('.tgz'))
      .map(name => [name, path.join(tarballs, name)]),
  );
  const packages = new Map();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(request.url.slice(1));
    const file = files.get(path.posix.basename(asked));
    if (file && asked.includes('/-/')) {
      fs.createReadStream(file).pipe(response);
    } else if (packages.has(asked)) {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(packages.get(asked)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  for (const file of files.values()) {
    const description = packageOf(file, address);
    packages.set(description.name, description);
  }
  return {
    address,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
