// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Types, schemas and permissions of team and environment ownership.
 *
 * @packageDocumentation
 */

export * from './types';
export * from './answers';
export * from './api';
export * from './client';
export * from './actions';
export * from './permissions';
export * from './policy';
export * from './schema/jsonSchema';
export * from './schema/policyDocument';
export * from './schema/teamDocument';
export * from './schema/testsDocument';
