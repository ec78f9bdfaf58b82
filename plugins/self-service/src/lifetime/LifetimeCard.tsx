// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Button, Flex, Link, Skeleton, Text } from '@backstage/ui';
import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import {
  ErrorPanel,
  RelativeTime,
  StateBadge,
  Timeline,
} from '@fairway/requests-react';
import { useState } from 'react';
import { Fact, Facts } from '../change/Fact';
import { requestRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { ExtendDialog } from './ExtendDialog';
import { KeepDialog } from './KeepDialog';
import { endingResourceOf } from './resourceIdOf';
import { useResource } from './useResource';

/** Lines of the history that the card shows. */
const SHOWN = 5;

const TONES = {
  endless: 'neutral',
  counting: 'success',
  expiring: 'pending',
  grace: 'pending',
  removing: 'pending',
  kept: 'neutral',
  gone: 'danger',
} as const;

const Ends = (props: { resource: ResourceDetail }) => {
  const { lifetime, phase } = props.resource;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requestLink = useRouteRef(requestRouteRef);
  if (!lifetime) return null;
  const { expiresAt, removalAt, maximumAt, removalRequestId } = lifetime;
  const because = lifetime.keptBecause ?? lifetime.heldBackBecause;
  return (
    <Facts>
      <Fact label={t('lifetime.phase')}>
        <StateBadge tone={lifetime.protected ? 'neutral' : TONES[phase]}>
          {t(
            lifetime.protected
              ? 'lifetime.phases.protected'
              : `lifetime.phases.${phase}`,
          )}
        </StateBadge>
      </Fact>
      {because && <Fact label={t('lifetime.because')}>{because}</Fact>}
      {phase !== 'kept' && !lifetime.protected && (
        <>
          <Fact label={t('lifetime.ends')}>
            <RelativeTime value={expiresAt} />
          </Fact>
          <Fact label={t('lifetime.removal')}>
            {removalRequestId && requestLink ? (
              <Link href={requestLink({ id: removalRequestId })}>
                {t('lifetime.removalRequest')}
              </Link>
            ) : (
              <RelativeTime value={removalAt} />
            )}
          </Fact>
        </>
      )}
      {maximumAt && (
        <Fact label={t('lifetime.maximum')}>
          <RelativeTime value={maximumAt} />
        </Fact>
      )}
    </Facts>
  );
};

const Loaded = (props: {
  resource: ResourceDetail;
  onMoved: (resource: ResourceDetail) => void;
}) => {
  const { resource, onMoved } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [asked, setAsked] = useState<'extend' | 'keep'>();
  const close = () => setAsked(undefined);
  const { history, mayExtend, phase, lifetime } = resource;
  const isEnding = phase === 'grace' || phase === 'removing';
  return (
    <Flex direction="column" gap="4">
      <Ends resource={resource} />
      {mayExtend && !lifetime?.protected && (
        <Flex gap="2">
          <Button onPress={() => setAsked('extend')}>
            {t('lifetime.extend.button')}
          </Button>
          {isEnding && (
            <Button variant="secondary" onPress={() => setAsked('keep')}>
              {t('lifetime.keep.button')}
            </Button>
          )}
        </Flex>
      )}
      {asked === 'extend' && (
        <ExtendDialog
          resource={resource}
          onClose={close}
          onExtended={onMoved}
        />
      )}
      {asked === 'keep' && (
        <KeepDialog resource={resource} onClose={close} onKept={onMoved} />
      )}
      <Timeline
        label={t('lifetime.history')}
        items={history.slice(0, SHOWN).map((event, index) => ({
          id: `${event.at} ${index}`,
          title: event.message,
          titleHint: event.type,
          at: event.at,
          actorRef: event.actorRef,
          content: event.reason && <Text as="p">{event.reason}</Text>,
        }))}
      />
    </Flex>
  );
};

const Card = (props: { id: string }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { resource, error, setResource } = useResource(props.id);
  return (
    <section aria-label={t('lifetime.title')}>
      <EntityInfoCard title={t('lifetime.title')}>
        {error && <ErrorPanel title={t('lifetime.unread')} error={error} />}
        {!error && !resource && <Skeleton height="6rem" />}
        {resource && <Loaded resource={resource} onMoved={setResource} />}
      </EntityInfoCard>
    </section>
  );
};

/** When something ends, what comes then, and what its owners do about it. */
export const LifetimeCard = () => {
  const { entity } = useEntity();
  const id = endingResourceOf(entity);
  return id ? <Card id={id} /> : null;
};
