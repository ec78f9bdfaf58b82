// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Types and client of the self-service plugin.
 *
 * @packageDocumentation
 */

export * from './types';
export * from './changes';
export * from './dispatch';
export * from './newRepository';
export * from './repositories';
export * from './units';
export * from './lifetimes';
export { lifetimeInWords } from './lifetimeInWords';
export * from './actions';
export { checkInputs, type InputProblem } from './inputs';
export { InfrastructureClient } from './InfrastructureClient';
export type { InfrastructureApi } from './InfrastructureClient';
export { ENTITIES_TOPIC, type EntitiesEvent } from './entities';
export { selfServiceRequestPermissions } from './permissions';
export * from './api';
export { CHANGE_LIMITS } from './limits';
export { SelfServiceClient } from './SelfServiceClient';
export type { SelfServiceClientOptions } from './SelfServiceClient';
