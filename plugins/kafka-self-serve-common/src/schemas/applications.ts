// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import {
  componentRefSchema,
  groupRefSchema,
  instanceSchema,
  keySchema,
  limitsSchema,
  mechanismSchema,
  nameSchema,
  ownedPatternsSchema,
  quotaSchema,
  textSchema,
} from './fields';

const applicationFields = {
  name: keySchema,
  displayName: textSchema.optional(),
  description: textSchema.optional(),
  ownerRef: groupRefSchema,
  componentRef: componentRefSchema,
};

/** An application comes to be, changes or goes. @public */
export const applicationPayloadSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('create'), ...applicationFields }),
  z.strictObject({ operation: z.literal('update'), ...applicationFields }),
  z.strictObject({ operation: z.literal('delete'), name: keySchema }),
]);

const instanceFields = {
  application: keySchema,
  environment: keySchema,
  principals: z.array(nameSchema).max(20),
  patterns: ownedPatternsSchema,
  limits: limitsSchema.optional(),
  quota: quotaSchema.optional(),
  visibility: z.enum(['public', 'private']).optional(),
};

/** An application comes into an environment, changes there or leaves it. @public */
export const applicationInstancePayloadSchema = z.discriminatedUnion(
  'operation',
  [
    z.strictObject({ operation: z.literal('create'), ...instanceFields }),
    z.strictObject({ operation: z.literal('update'), ...instanceFields }),
    z.strictObject({
      operation: z.literal('delete'),
      application: keySchema,
      environment: keySchema,
    }),
  ],
);

/** @public */
export const limitsPayloadSchema = z.strictObject({
  environment: keySchema,
  instance: instanceSchema,
  limits: limitsSchema,
});

/** @public */
export const clientQuotaPayloadSchema = z.strictObject({
  environment: keySchema,
  instance: instanceSchema,
  quota: quotaSchema,
});

const credentialFields = {
  environment: keySchema,
  instance: instanceSchema,
  /** Without `User:`. */
  username: nameSchema,
};

/** A SCRAM user; its password is shown once to whoever asked. @public */
export const credentialPayloadSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('create'),
    ...credentialFields,
    mechanism: mechanismSchema.default('SCRAM-SHA-512'),
  }),
  z.strictObject({ operation: z.literal('rotate'), ...credentialFields }),
  z.strictObject({ operation: z.literal('revoke'), ...credentialFields }),
]);

/** An instance takes what nobody owns. @public */
export const ownershipClaimPayloadSchema = z.strictObject({
  environment: keySchema,
  instance: instanceSchema,
  patterns: ownedPatternsSchema,
});

/** An instance gives what it owns to another. @public */
export const ownershipTransferPayloadSchema = z.strictObject({
  environment: keySchema,
  from: instanceSchema,
  to: instanceSchema,
  patterns: ownedPatternsSchema,
});

/** @public */
export type ApplicationPayload = z.infer<typeof applicationPayloadSchema>;
/** @public */
export type ApplicationInstancePayload = z.infer<
  typeof applicationInstancePayloadSchema
>;
/** @public */
export type LimitsPayload = z.infer<typeof limitsPayloadSchema>;
/** @public */
export type ClientQuotaPayload = z.infer<typeof clientQuotaPayloadSchema>;
/** @public */
export type CredentialPayload = z.infer<typeof credentialPayloadSchema>;
/** @public */
export type OwnershipClaimPayload = z.infer<typeof ownershipClaimPayloadSchema>;
/** @public */
export type OwnershipTransferPayload = z.infer<
  typeof ownershipTransferPayloadSchema
>;
