// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Config } from '@backstage/config';
import { kafkaError } from '../errors';
import { Secret } from './Secret';
import {
  type ClusterConnection,
  DEFAULT_CONNECT_TIMEOUT,
  DEFAULT_REQUEST_TIMEOUT,
  type EmbeddedConnection,
  type KafkaConnection,
  type RegistryConnection,
  type SaslSettings,
  type TlsSettings,
} from './types';

const KEY = 'kafkaSelfServe.clusters';
const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
/** What only a cluster somewhere else has. */
const REMOTE_KEYS = ['bootstrapServers', 'tls', 'sasl', 'schemaRegistry'];
const SERVER = /^(?:\[[\da-f:.]+\]|[^\s:[\]/]+):(\d{1,5})$/i;

/** A part of the configuration with its whole key, for messages. */
interface Section {
  key: string;
  config: Config;
}

/** The connections of `kafkaSelfServe.clusters` by their names. @public */
export type KafkaConnections = ReadonlyMap<string, ClusterConnection>;

/**
 * Reads `kafkaSelfServe.clusters`; none when it is left out.
 *
 * @throws `kafka-connection-invalid` with the name of the key
 * @public
 */
export function readKafkaConfig(config: Config): KafkaConnections {
  const clusters = config.getOptionalConfig(KEY);
  return new Map(
    (clusters?.keys() ?? []).map(name => {
      const section = {
        key: `${KEY}.${name}`,
        config: clusters!.getConfig(name),
      };
      return [name, at(section.key, () => readCluster(name, section))];
    }),
  );
}

/**
 * One of the connections.
 *
 * @throws `kafka-connection-unknown`
 * @public
 */
export function connectionNamed(
  connections: KafkaConnections,
  name: string,
): ClusterConnection {
  const connection = connections.get(name);
  if (connection) return connection;
  const names = [...connections.keys()].map(key => `"${key}"`).join(', ');
  const known = names ? `it has ${names}` : 'it has none';
  throw kafkaError('kafka-connection-unknown', { name, known });
}

/** @public */
export function isEmbedded(
  connection: ClusterConnection,
): connection is EmbeddedConnection {
  return 'embedded' in connection;
}

function readCluster(name: string, section: Section): ClusterConnection {
  return section.config.getOptionalBoolean('embedded')
    ? readEmbedded(name, section)
    : readRemote(name, section);
}

function readEmbedded(name: string, { key, config }: Section) {
  const extra = REMOTE_KEYS.find(field => config.has(field));
  if (extra) throw invalid(`${key}.${extra}`, 'an embedded cluster has none');
  const clusterId = config.getString('clusterId');
  if (!/^[\w-]{1,64}$/.test(clusterId))
    throw invalid(
      `${key}.clusterId`,
      'it has to be 1 to 64 letters, digits, "_" or "-"',
    );
  const brokers = config.getOptionalNumber('brokers');
  return {
    name,
    embedded: true as const,
    clusterId,
    ...(brokers !== undefined && { brokers }),
  };
}

function readRemote(name: string, section: Section): KafkaConnection {
  const { key, config } = section;
  if (config.has('clusterId'))
    throw invalid(
      `${key}.clusterId`,
      'only an embedded cluster is given one, others have their own',
    );
  const tls = sectionOf(section, 'tls', readTls);
  const sasl = sectionOf(section, 'sasl', readSasl);
  const schemaRegistry = sectionOf(section, 'schemaRegistry', readRegistry);
  return {
    name,
    bootstrapServers: readServers(section),
    ...(tls && { tls }),
    ...(sasl && { sasl }),
    ...(schemaRegistry && { schemaRegistry }),
    connectTimeout: readTimeout(
      section,
      'connectTimeout',
      DEFAULT_CONNECT_TIMEOUT,
    ),
    requestTimeout: readTimeout(
      section,
      'requestTimeout',
      DEFAULT_REQUEST_TIMEOUT,
    ),
  };
}

function sectionOf<T>(
  { key, config }: Section,
  name: string,
  read: (section: Section) => T,
): T | undefined {
  const inner = config.getOptionalConfig(name);
  const innerKey = `${key}.${name}`;
  return inner && at(innerKey, () => read({ key: innerKey, config: inner }));
}

function readServers({ key, config }: Section): string[] {
  const servers = config.getStringArray('bootstrapServers');
  const faulty = servers.find(server => {
    const port = Number(SERVER.exec(server)?.[1] ?? 0);
    return port < 1 || port > 65_535;
  });
  if (faulty !== undefined || servers.length === 0)
    throw invalid(
      `${key}.bootstrapServers`,
      faulty === undefined
        ? 'it is empty: name at least one broker'
        : `"${faulty}" is no address: write host:port`,
    );
  return servers;
}

function readTimeout({ key, config }: Section, name: string, standard: number) {
  const value = config.getOptionalNumber(name) ?? standard;
  if (!Number.isInteger(value) || value < 1)
    throw invalid(
      `${key}.${name}`,
      'it has to be a whole number of milliseconds from 1',
    );
  return value;
}

function readTls({ key, config }: Section): TlsSettings {
  const ca = config.getOptionalString('ca');
  const certificate = config.getOptionalString('certificate');
  const privateKey = config.getOptionalString('key');
  const keyPassphrase = config.getOptionalString('keyPassphrase');
  const serverName = config.getOptionalString('serverName');
  if ((certificate === undefined) !== (privateKey === undefined))
    throw invalid(
      key,
      'a certificate needs its key, and a key its certificate',
    );
  for (const [field, text] of Object.entries({ ca, certificate }))
    if (text !== undefined && !text.includes('-----BEGIN'))
      throw invalid(
        `${key}.${field}`,
        'it is no PEM text: include the file with $file',
      );
  return {
    ...(ca && { ca }),
    ...(certificate && { certificate }),
    ...(privateKey && { key: Secret.create(privateKey) }),
    ...(keyPassphrase && { keyPassphrase: Secret.create(keyPassphrase) }),
    ...(serverName && { serverName }),
  };
}

function readSasl({ key, config }: Section): SaslSettings {
  const given = config.getString('mechanism');
  const mechanism = MECHANISMS.find(name => name === given);
  if (!mechanism)
    throw invalid(
      `${key}.mechanism`,
      `it is "${given}": write ${MECHANISMS.join(', ')}`,
    );
  return {
    mechanism,
    username: config.getString('username'),
    password: Secret.create(config.getString('password')),
  };
}

function readRegistry({ key, config }: Section): RegistryConnection {
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw invalid(`${key}.url`, 'it is no address: write https://host');
  if (url.username || url.password || url.search || url.hash)
    throw invalid(
      `${key}.url`,
      'it has more than an address: write username and password beside it',
    );
  const username = config.getOptionalString('username');
  const password = config.getOptionalString('password');
  if ((username === undefined) !== (password === undefined))
    throw invalid(
      key,
      'a username needs its password, and the other way round',
    );
  return {
    url: text.replace(/\/+$/, ''),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password: Secret.create(password) }),
  };
}

/** Whatever Backstage finds wrong, a missing key for one, is told in words of the catalogue too. */
function at<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(key, reason, error);
  }
}

function invalid(key: string, reason: string, cause?: unknown) {
  return kafkaError(
    'kafka-connection-invalid',
    { key, reason: reason.replace(/\.$/, '') },
    { cause },
  );
}
