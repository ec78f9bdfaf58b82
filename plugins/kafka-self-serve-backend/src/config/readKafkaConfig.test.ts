// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { inspect } from 'node:util';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { isKafkaError } from '../errors';
import {
  connectionNamed,
  isEmbedded,
  readKafkaConfig,
} from './readKafkaConfig';

const PEM = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n';

const read = (clusters: JsonObject) =>
  readKafkaConfig(new ConfigReader({ kafkaSelfServe: { clusters } }));

const broken = (cluster: JsonObject) => {
  try {
    read({ prod: cluster });
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was taken');
};

const servers = { bootstrapServers: ['a.example.com:9092'] };

describe('readKafkaConfig', () => {
  it('has no connections without configuration', () => {
    expect(readKafkaConfig(new ConfigReader({})).size).toBe(0);
  });

  it('reads a plain cluster with the defaults', () => {
    expect(read({ dev: servers }).get('dev')).toEqual({
      name: 'dev',
      bootstrapServers: ['a.example.com:9092'],
      connectTimeout: 5000,
      requestTimeout: 30_000,
    });
  });

  it('reads TLS, sign-in, a registry and time limits, and shows no secret of them', () => {
    const connections = read({
      prod: {
        bootstrapServers: ['a:9093', '[2001:db8::1]:9093'],
        tls: {
          ca: PEM,
          certificate: PEM,
          key: 'hidden-key',
          keyPassphrase: 'hidden-phrase',
          serverName: 'kafka',
        },
        sasl: {
          mechanism: 'SCRAM-SHA-256',
          username: 'portal',
          password: 'hidden-password',
        },
        schemaRegistry: {
          url: 'https://registry.example.com/',
          username: 'portal',
          password: 'hidden-too',
        },
        connectTimeout: 100,
        requestTimeout: 2000,
      },
    });
    const prod = connectionNamed(connections, 'prod');
    if (isEmbedded(prod)) throw new Error('It is not embedded');
    expect(prod).toMatchObject({
      tls: { ca: PEM, certificate: PEM, serverName: 'kafka' },
      sasl: { mechanism: 'SCRAM-SHA-256', username: 'portal' },
      schemaRegistry: { url: 'https://registry.example.com' },
      connectTimeout: 100,
      requestTimeout: 2000,
    });
    expect(prod.sasl?.password.reveal()).toBe('hidden-password');
    expect(prod.tls?.key?.reveal()).toBe('hidden-key');
    for (const shown of [
      inspect(prod, { depth: 9 }),
      JSON.stringify(prod),
      `${prod.sasl?.password}`,
    ])
      expect(shown).not.toContain('hidden');
  });

  it('reads an embedded cluster', () => {
    const connection = read({
      demo: { embedded: true, clusterId: 'acme-dev', brokers: 1 },
    }).get('demo')!;
    expect(isEmbedded(connection)).toBe(true);
    expect(connection).toEqual({
      name: 'demo',
      embedded: true,
      clusterId: 'acme-dev',
      brokers: 1,
    });
  });

  it.each([
    ['no brokers', {}, 'kafkaSelfServe.clusters.prod'],
    ['an empty list of brokers', { bootstrapServers: [] }, 'bootstrapServers'],
    ['a broker without a port', { bootstrapServers: ['a'] }, '"a" is no'],
    ['a URL for a broker', { bootstrapServers: ['http://a:1'] }, 'host:port'],
    ['a port that is none', { bootstrapServers: ['a:70000'] }, 'a:70000'],
    ['an id of a real cluster', { ...servers, clusterId: 'x' }, 'clusterId'],
    [
      'a mechanism that is none',
      {
        ...servers,
        sasl: { mechanism: 'GSSAPI', username: 'a', password: 'b' },
      },
      'sasl.mechanism',
    ],
    [
      'a user without a password',
      { ...servers, sasl: { mechanism: 'PLAIN', username: 'a' } },
      'sasl',
    ],
    [
      'a certificate without its key',
      { ...servers, tls: { certificate: PEM } },
      'tls',
    ],
    [
      'a path for a certificate',
      { ...servers, tls: { ca: '/etc/ca.pem' } },
      'tls.ca',
    ],
    [
      'a password in the URL',
      { ...servers, schemaRegistry: { url: 'http://a:b@c' } },
      'schemaRegistry.url',
    ],
    [
      'a registry that is no URL',
      { ...servers, schemaRegistry: { url: 'c:8081' } },
      'schemaRegistry.url',
    ],
    [
      'a registry user without a password',
      { ...servers, schemaRegistry: { url: 'http://c', username: 'a' } },
      'schemaRegistry',
    ],
    ['no time at all', { ...servers, requestTimeout: 0 }, 'requestTimeout'],
    ['an embedded cluster without an id', { embedded: true }, 'clusterId'],
    [
      'an embedded cluster with a strange id',
      { embedded: true, clusterId: 'a b' },
      'clusterId',
    ],
    [
      'an embedded cluster with brokers elsewhere',
      { ...servers, embedded: true, clusterId: 'a' },
      'bootstrapServers',
    ],
  ])('refuses %s, and names the key', (_, cluster, named) => {
    const error = broken(cluster);
    expect(isKafkaError(error, 'kafka-connection-invalid')).toBe(true);
    expect(error.message).toContain('kafkaSelfServe.clusters.prod');
    expect(error.message).toContain(named);
  });

  it('names the connections that are there when one is asked for that is not', () => {
    const connections = read({ dev: servers, prod: servers });
    expect(() => connectionNamed(connections, 'stage')).toThrow(
      'There is no connection "stage" in the configuration (it has "dev", "prod").',
    );
  });
});
