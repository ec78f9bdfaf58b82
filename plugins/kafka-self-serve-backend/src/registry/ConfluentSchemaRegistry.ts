// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Compatibility,
  SchemaFormat,
  SchemaReference,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  DEFAULT_REQUEST_TIMEOUT,
  type RegistryConnection,
} from '../config/types';
import { isKafkaError } from '../errors';
import { REGISTRY_CODES, registryCodeOf } from './failures';
import { RegistryClient } from './RegistryClient';
import type {
  DeletionOptions,
  ReadingOptions,
  RegisteredSchema,
  RegistryMode,
  SchemaRegistry,
  SchemaText,
} from './types';

interface WireSchema {
  subject?: string;
  version?: number;
  id?: number;
  schema: string;
  /** Left out: AVRO. */
  schemaType?: SchemaFormat;
  references?: SchemaReference[];
}

/**
 * A registry with the API of Confluent's (Confluent, Apicurio at
 * `/apis/ccompat/v7`, Karapace, the embedded one).
 *
 * @public
 */
export class ConfluentSchemaRegistry implements SchemaRegistry {
  readonly #client: RegistryClient;

  private constructor(client: RegistryClient) {
    this.#client = client;
  }

  static create(options: {
    registry: RegistryConnection;
    /** Name of the connection, for messages. */
    cluster: string;
    /** Milliseconds for one request; 30,000 unless given. */
    timeout?: number;
  }): ConfluentSchemaRegistry {
    const { registry, cluster, timeout = DEFAULT_REQUEST_TIMEOUT } = options;
    return new ConfluentSchemaRegistry(
      RegistryClient.create({ registry, cluster, timeout }),
    );
  }

  async listSubjects({ deleted }: ReadingOptions = {}): Promise<string[]> {
    const names = await this.#client.ask<string[]>({
      path: ['subjects'],
      query: { deleted },
    });
    return names.sort();
  }

  async listVersions(
    subject: string,
    { deleted }: ReadingOptions = {},
  ): Promise<number[]> {
    const versions = await this.#client.ask<number[]>({
      path: ['subjects', subject, 'versions'],
      query: { deleted },
      subject,
    });
    return versions.sort((one, other) => one - other);
  }

  async getVersion(
    subject: string,
    version: number | 'latest',
    { deleted }: ReadingOptions = {},
  ): Promise<RegisteredSchema> {
    const wire = await this.#client.ask<WireSchema>({
      path: ['subjects', subject, 'versions', version],
      query: { deleted },
      subject,
    });
    return registered(wire, subject);
  }

  async getSchema(id: number): Promise<SchemaText> {
    const wire = await this.#client.ask<WireSchema>({
      path: ['schemas', 'ids', id],
    });
    return textOf(wire);
  }

  async findVersion(
    subject: string,
    schema: SchemaText,
  ): Promise<RegisteredSchema | undefined> {
    const wire = await orUndefined(
      this.#client.ask<WireSchema>({
        method: 'POST',
        path: ['subjects', subject],
        body: toWire(schema),
        subject,
      }),
      [REGISTRY_CODES.SUBJECT_NOT_FOUND, REGISTRY_CODES.SCHEMA_NOT_FOUND],
    );
    return wire && registered(wire, subject);
  }

  async register(subject: string, schema: SchemaText): Promise<{ id: number }> {
    const { id } = await this.#client.ask<{ id: number }>({
      method: 'POST',
      path: ['subjects', subject, 'versions'],
      body: toWire(schema),
      subject,
    });
    return { id };
  }

  async checkCompatibility(subject: string, schema: SchemaText) {
    // Registries disagree on which versions they look at when none is named.
    const versions = (await this.#looksAtAll(subject)) ? [] : ['latest'];
    const answer = await orUndefined(
      this.#client.ask<{ is_compatible: boolean; messages?: string[] }>({
        method: 'POST',
        path: ['compatibility', 'subjects', subject, 'versions', ...versions],
        query: { verbose: true },
        body: toWire(schema),
        subject,
      }),
      [REGISTRY_CODES.SUBJECT_NOT_FOUND, REGISTRY_CODES.VERSION_NOT_FOUND],
    );
    if (!answer) return { compatible: true, reasons: [] };
    return {
      compatible: answer.is_compatible,
      reasons: answer.is_compatible ? [] : answer.messages ?? [],
    };
  }

  async #looksAtAll(subject: string): Promise<boolean> {
    const own = await this.getCompatibility(subject);
    // Apicurio says NONE of a subject that follows the level of all; where it is its own, either answer is yes.
    const level = own && own !== 'NONE' ? own : await this.getCompatibility();
    return level?.endsWith('_TRANSITIVE') ?? false;
  }

  async getCompatibility(subject?: string): Promise<Compatibility | undefined> {
    const answer = await orUndefined(
      this.#client.ask<{ compatibilityLevel: Compatibility }>({
        path: ['config', ...(subject === undefined ? [] : [subject])],
        subject,
      }),
      [REGISTRY_CODES.LEVEL_NOT_FOUND, REGISTRY_CODES.SUBJECT_NOT_FOUND],
    );
    return answer?.compatibilityLevel;
  }

  async setCompatibility(
    level: Compatibility,
    subject?: string,
  ): Promise<void> {
    await this.#client.ask({
      method: 'PUT',
      path: ['config', ...(subject === undefined ? [] : [subject])],
      body: { compatibility: level },
      subject,
    });
  }

  async removeCompatibility(subject: string): Promise<void> {
    await orUndefined(
      this.#client.ask({
        method: 'DELETE',
        path: ['config', subject],
        subject,
      }),
      [REGISTRY_CODES.LEVEL_NOT_FOUND, REGISTRY_CODES.SUBJECT_NOT_FOUND],
    );
  }

  async getMode(subject?: string): Promise<RegistryMode | undefined> {
    const answer = await orUndefined(
      this.#client.ask<{ mode: RegistryMode }>({
        path: ['mode', ...(subject === undefined ? [] : [subject])],
        subject,
      }),
      [REGISTRY_CODES.MODE_NOT_FOUND, REGISTRY_CODES.SUBJECT_NOT_FOUND],
    );
    return answer?.mode;
  }

  async setMode(mode: RegistryMode, subject?: string): Promise<void> {
    await this.#client.ask({
      method: 'PUT',
      path: ['mode', ...(subject === undefined ? [] : [subject])],
      body: { mode },
      subject,
    });
  }

  async deleteSubject(
    subject: string,
    { permanent }: DeletionOptions = {},
  ): Promise<number[]> {
    return this.#client.ask<number[]>({
      method: 'DELETE',
      path: ['subjects', subject],
      query: { permanent },
      subject,
    });
  }

  async deleteVersion(
    subject: string,
    version: number,
    { permanent }: DeletionOptions = {},
  ): Promise<void> {
    await this.#client.ask({
      method: 'DELETE',
      path: ['subjects', subject, 'versions', version],
      query: { permanent },
      subject,
    });
  }
}

function toWire({ format, schema, references = [] }: SchemaText) {
  return {
    schemaType: format,
    schema,
    references: references.map(({ name, subject, version }) => ({
      name,
      subject,
      version,
    })),
  };
}

function textOf(
  wire: WireSchema,
): SchemaText & { references: SchemaReference[] } {
  return {
    format: wire.schemaType ?? 'AVRO',
    schema: wire.schema,
    references: wire.references ?? [],
  };
}

function registered(wire: WireSchema, subject: string): RegisteredSchema {
  return {
    ...textOf(wire),
    subject: wire.subject ?? subject,
    version: wire.version!,
    id: wire.id!,
  };
}

/** Some things that are not there are no errors. */
async function orUndefined<T>(
  call: Promise<T>,
  codes: readonly number[],
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const code = registryCodeOf(error);
    if (isKafkaError(error) && code !== undefined && codes.includes(code))
      return undefined;
    throw error;
  }
}
