// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const DAYS = '7';

async function openssl(args, cwd) {
  let ended;
  try {
    ended = await runQuietly('openssl', args, { cwd });
  } catch {
    throw new Trouble(
      'openssl, which makes the certificates of the test brokers, is missing.',
      'Install OpenSSL 3 and run this again.',
    );
  }
  if (ended.code !== 0)
    throw new Error(`openssl ${args[0]} failed:\n${ended.output.trim()}`);
}

/**
 * A certificate authority, a broker certificate for 127.0.0.1 and localhost, and a client certificate, as PEM files
 * in `folder`: `ca`, `clientCertificate`, `clientKey` for clients, `caPem` and `brokerPem` for brokers.
 */
export async function makeCertificates({ folder }) {
  const at = name => path.join(folder, name);
  const newKey = ['-newkey', 'rsa:2048', '-nodes'];
  await openssl(
    [
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      DAYS,
      '-subj',
      '/CN=fairway-test-ca',
    ],
    folder,
  );
  const sign = async (name, subject, extensions) => {
    fs.writeFileSync(at(`${name}.ext`), extensions);
    await openssl(
      [
        'req',
        ...newKey,
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-subj',
        subject,
      ],
      folder,
    );
    await openssl(
      [
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-days',
        DAYS,
        '-extfile',
        `${name}.ext`,
        '-out',
        `${name}.pem`,
      ],
      folder,
    );
  };
  await sign(
    'broker',
    '/CN=fairway-test-broker',
    'subjectAltName=IP:127.0.0.1,DNS:localhost\n',
  );
  await sign(
    'client',
    '/CN=fairway-test-client',
    'extendedKeyUsage=clientAuth\n',
  );
  // Kafka wants the private key and its certificate in one file.
  fs.writeFileSync(
    at('broker-store.pem'),
    ['broker.key', 'broker.pem']
      .map(name => fs.readFileSync(at(name), 'utf8'))
      .join(''),
  );
  return {
    ca: at('ca.pem'),
    clientCertificate: at('client.pem'),
    clientKey: at('client.key'),
    clientPrincipal: 'CN=fairway-test-client',
    brokerPrincipal: 'CN=fairway-test-broker',
    caPem: at('ca.pem'),
    brokerPem: at('broker-store.pem'),
  };
}
