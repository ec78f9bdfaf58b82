// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Compatibility,
  SchemaFormat,
  SchemaReference,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

/** @public */
export interface SchemaText {
  format: SchemaFormat;
  /** Text of the schema. */
  schema: string;
  /** None unless given. */
  references?: SchemaReference[];
}

/** @public */
export interface RegisteredSchema extends SchemaText {
  subject: string;
  /** From 1. */
  version: number;
  /** The registry's number of the schema: the same text has one, whatever the subject. */
  id: number;
  references: SchemaReference[];
}

/** @public */
export interface CompatibilityVerdict {
  compatible: boolean;
  /** Why not, in the registry's words; it may give none. */
  reasons: string[];
}

/** @public */
export type RegistryMode =
  | 'READWRITE'
  | 'READONLY'
  | 'READONLY_OVERRIDE'
  | 'IMPORT'
  | 'FORWARD';

/** @public */
export interface DeletionOptions {
  /** For good: only what was deleted before. False unless given, and then it can be seen with `deleted`. */
  permanent?: boolean;
}

/** @public */
export interface ReadingOptions {
  /** Whether those are included that were deleted, and not for good: false unless given. */
  deleted?: boolean;
}

/**
 * One schema registry with Confluent's API.
 *
 * Every call throws `registry-unreachable`, `registry-answer-lost` (it may have
 * been done: `isOutcomeUnknown`), `registry-authentication-failed`,
 * `registry-not-authorized`, `registry-failed`, `registry-refused`.
 *
 * @public
 */
export interface SchemaRegistry {
  /** Names, sorted. */
  listSubjects(options?: ReadingOptions): Promise<string[]>;

  /** Ascending. Throws `registry-subject-not-found`. */
  listVersions(subject: string, options?: ReadingOptions): Promise<number[]>;

  /** Throws `registry-subject-not-found`, `registry-version-not-found`. */
  getVersion(
    subject: string,
    version: number | 'latest',
    options?: ReadingOptions,
  ): Promise<RegisteredSchema>;

  /** Throws `registry-schema-not-found`. */
  getSchema(id: number): Promise<SchemaText>;

  /** The version that has this schema; undefined when none does. */
  findVersion(
    subject: string,
    schema: SchemaText,
  ): Promise<RegisteredSchema | undefined>;

  /**
   * Answers the id. A schema that the subject has already changes nothing.
   *
   * @throws `registry-schema-invalid`, `registry-schema-incompatible`,
   * `registry-read-only`
   */
  register(subject: string, schema: SchemaText): Promise<{ id: number }>;

  /**
   * What `register` would say, against all versions that the subject's level
   * looks at. A subject that is not there takes everything.
   *
   * @throws `registry-schema-invalid`
   */
  checkCompatibility(
    subject: string,
    schema: SchemaText,
  ): Promise<CompatibilityVerdict>;

  /** The level of all subjects without their own; of a subject: its own, undefined when it has none. */
  getCompatibility(subject?: string): Promise<Compatibility | undefined>;

  setCompatibility(level: Compatibility, subject?: string): Promise<void>;

  /** The subject follows the level of all again; so does one that had none. */
  removeCompatibility(subject: string): Promise<void>;

  /** Of all subjects without their own; of a subject: its own, undefined when it has none. */
  getMode(subject?: string): Promise<RegistryMode | undefined>;

  setMode(mode: RegistryMode, subject?: string): Promise<void>;

  /**
   * Answers the versions that went.
   *
   * @throws `registry-subject-not-found`, `registry-not-soft-deleted`,
   * `registry-schema-referenced`
   */
  deleteSubject(subject: string, options?: DeletionOptions): Promise<number[]>;

  /** Throws as `deleteSubject`, and `registry-version-not-found`. */
  deleteVersion(
    subject: string,
    version: number,
    options?: DeletionOptions,
  ): Promise<void>;
}
