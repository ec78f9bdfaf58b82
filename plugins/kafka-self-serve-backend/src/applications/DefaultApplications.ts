// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplicationsQuery,
  type CredentialsQuery,
  type GrantsQuery,
  type LimitsView,
  limitsOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { OpenInEnvironments } from '../domain/openRequests';
import type { KafkaParts } from '../domain/parts';
import type { KafkaCaller } from '../domain/services';
import type { OpenRequests } from '../domain/state';
import type { StoredApplication, StoredInstance } from '../domain/stored';
import type { Viewer } from '../domain/viewer';
import { kafkaError } from '../errors';
import type { KafkaCallers } from '../permissions/KafkaCallers';
import { isOwner } from '../reading/actions';
import { grantView } from '../reading/access';
import { isVisible, matches } from '../reading/visible';
import { noFigures } from '../store/KnexApplicationStore';
import { applicationDetail } from './applicationDetail';
import { credentialView } from './credentialView';
import type { ApplicationService } from './types';

export type ApplicationParts = Pick<KafkaParts, 'clock' | 'stores'> & {
  openRequests: Pick<OpenRequests, 'about'> & OpenInEnvironments;
  callers: Pick<KafkaCallers, 'forApplications'>;
};

/** Where a rule looks at nothing but names and owners. */
const PLACE = { type: 'topic', environment: '' } as const;

export class DefaultApplications implements ApplicationService {
  readonly #parts: ApplicationParts;

  static create(parts: ApplicationParts): DefaultApplications {
    return new DefaultApplications(parts);
  }

  private constructor(parts: ApplicationParts) {
    this.#parts = parts;
  }

  async list(query: ApplicationsQuery, caller: KafkaCaller) {
    const { callers, stores } = this.#parts;
    const viewer = await callers.forApplications(caller);
    const page = await stores.applications.page(query, viewer);
    const instances = await this.#instances(caller);
    const figures = await stores.applications.figures();
    return {
      ...page,
      items: page.items.map(application =>
        this.#summary(application, { caller, instances, figures }),
      ),
      snapshots: await stores.snapshots.info(caller.environments),
    };
  }

  async get(name: string, caller: KafkaCaller) {
    const { callers, stores } = this.#parts;
    const application = await stores.applications.get(name);
    const { criteria } = await callers.forApplications(caller);
    const isSeen =
      application &&
      (!criteria ||
        matches(criteria, { ...PLACE, name, ownerRef: application.ownerRef }));
    if (!isSeen) {
      throw kafkaError('kafka-not-found', { type: 'application', name });
    }
    const all = await this.#instances(caller);
    const instances = all.filter(each => each.application === name);
    const figures = await stores.applications.figures(
      instances.map(({ id }) => id),
    );
    return applicationDetail(this.#parts, {
      application,
      summary: this.#summary(application, { caller, instances, figures }),
      instances,
      figures,
      caller,
    });
  }

  async limits(
    query: { environment?: string[]; application?: string[] },
    caller: KafkaCaller,
  ) {
    const { stores } = this.#parts;
    const { environment, application } = query;
    const instances = (await this.#instances(caller)).filter(
      instance =>
        (!environment || environment.includes(instance.environment)) &&
        (!application ||
          application.includes(instance.application) ||
          application.includes(instance.id)),
    );
    const environments = new Map(
      (await stores.environments.list()).map(each => [each.name, each]),
    );
    const figures = await stores.applications.figures(
      instances.map(({ id }) => id),
    );
    const items = instances.map(
      (instance): LimitsView => ({
        instance: instance.id,
        application: instance.application,
        environment: instance.environment,
        usage: (figures.get(instance.id) ?? noFigures()).usage,
        limits: limitsOf(instance, environments.get(instance.environment)),
        own: instance.limits,
      }),
    );
    return { items };
  }

  async grants(query: GrantsQuery, caller: KafkaCaller) {
    const { stores, clock } = this.#parts;
    const page = await stores.grants.page(query, caller);
    const instances = await stores.applications.owners(
      page.items.flatMap(({ owner, grantee }) => [owner, grantee]),
    );
    return {
      ...page,
      items: page.items.map(grant =>
        grantView(grant, { viewer: caller, instances, now: clock() }),
      ),
      snapshots: await stores.snapshots.info(caller.environments),
    };
  }

  async credentials(query: CredentialsQuery, caller: KafkaCaller) {
    const { stores, clock } = this.#parts;
    const page = await stores.credentials.page(query, caller);
    const instances = await stores.applications.owners(
      page.items.map(({ instance }) => instance),
    );
    const waiting = await stores.credentials.waitingTickets(
      clock().toISOString(),
    );
    return {
      ...page,
      items: page.items.map(credential =>
        credentialView(credential, { viewer: caller, instances, waiting }),
      ),
      snapshots: await stores.snapshots.info(caller.environments),
    };
  }

  /** Those that the caller may see, in the environments' order. */
  async #instances(viewer: Viewer): Promise<StoredInstance[]> {
    const { stores } = this.#parts;
    const order = (await stores.environments.list()).map(({ name }) => name);
    return (await stores.applications.instances())
      .filter(({ id, environment, application, ownerRef }) =>
        isVisible(
          { ...viewer, criteria: undefined },
          {
            ...PLACE,
            environment,
            name: id,
            instance: id,
            application,
            ownerRef,
          },
        ),
      )
      .sort(
        (one, other) =>
          order.indexOf(one.environment) - order.indexOf(other.environment),
      );
  }

  #summary(
    application: StoredApplication,
    options: {
      caller: Viewer;
      instances: readonly StoredInstance[];
      figures: Awaited<
        ReturnType<KafkaParts['stores']['applications']['figures']>
      >;
    },
  ) {
    const { requestId: _, ...rest } = application;
    const instances = options.instances.filter(
      each => each.application === application.name,
    );
    return {
      ...rest,
      environments: instances.map(({ environment }) => environment),
      topics: instances.reduce(
        (sum, { id }) => sum + (options.figures.get(id)?.topics ?? 0),
        0,
      ),
      mine: isOwner(options.caller, application),
    };
  }
}
