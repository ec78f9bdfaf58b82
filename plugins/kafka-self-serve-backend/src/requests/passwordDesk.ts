// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { kafkaError } from '../errors';
import type { KafkaParts, PasswordDesk } from '../domain/ports';
import { makePassword } from './execute/accessWorks';

/**
 * Shows a new password, once, to whoever asked for it. The password is made at
 * that very moment, set on the cluster, answered and forgotten: it lies in no
 * database, log or history, and nothing has to be thrown away.
 */
export function createPasswordDesk(
  parts: Pick<KafkaParts, 'stores' | 'clusters' | 'clock'>,
): PasswordDesk {
  const { stores, clusters, clock } = parts;
  return {
    async take(requestId, viewer) {
      const { credentials, applications } = stores;
      const ticket = await credentials.takeTicket({
        requestId,
        requesterRef: viewer.userRef,
        now: clock().toISOString(),
      });
      const gone = () =>
        kafkaError('kafka-password-gone', { request: requestId });
      if (!ticket) throw gone();
      const credential = await credentials.get(ticket.credentialId);
      if (!credential) throw gone();
      const { environment, username, mechanism } = credential;
      const instance = await applications.instance(credential.instance);
      try {
        // Whoever left the team since is shown nothing.
        const mayAsk =
          viewer.isAdministrator ||
          (instance && viewer.refs.includes(instance.ownerRef));
        if (!mayAsk) {
          throw kafkaError('kafka-not-owner', {
            user: viewer.userRef,
            subject: `the application instance ${credential.instance}`,
            owners: instance?.ownerRef ?? 'nobody',
          });
        }
        const password = makePassword();
        const { admin } = await clusters.of(environment);
        await admin.upsertScramUser({ user: username, mechanism, password });
        return { environment, username, mechanism, password };
      } catch (error) {
        // Nobody has seen one: it can be asked for again.
        await credentials.putTicket(ticket);
        throw error;
      }
    },
  };
}
