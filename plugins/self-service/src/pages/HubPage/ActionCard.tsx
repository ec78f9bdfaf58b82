// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, ButtonIcon, ButtonLink, Text } from '@backstage/ui';
import {
  lifetimeInWords,
  type SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';
import { EntityLink } from '@fairway/requests-react';
import { RiPushpinFill, RiPushpinLine } from '@remixicon/react';
import { useId } from 'react';
import { templateExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { ActionRefusal } from './ActionRefusal';
import { durationInWords } from './durationInWords';
import { approvalsOf, isRefused } from './filterActions';
import styles from './HubPage.module.css';

const Badges = (props: {
  action: SelfServiceAction;
  medianSeconds?: number;
}) => {
  const { action, medianSeconds } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { lifetime, operation, title } = action;
  const words = [
    t(`hub.operations.${operation}`),
    ...approvalsOf(action).map(([approval, environments]) =>
      t(`hub.approval.${approval}`, { environments: environments.join(', ') }),
    ),
    ...(lifetime
      ? [
          t('hub.lifetime', {
            duration: lifetimeInWords(lifetime),
          }),
        ]
      : []),
    ...(medianSeconds === undefined
      ? []
      : [t('hub.typical', { duration: durationInWords(medianSeconds) })]),
  ];
  return (
    <ul className={styles.badges} aria-label={t('hub.badges', { title })}>
      {words.map(each => (
        <li key={each}>
          <Badge>{each}</Badge>
        </li>
      ))}
    </ul>
  );
};

/** One action: what it does, who keeps it, who approves, how long it takes, and its form. */
export const ActionCard = (props: {
  action: SelfServiceAction;
  medianSeconds?: number;
  isPinned: boolean;
  onPin: () => void;
}) => {
  const { action, medianSeconds, isPinned, onPin } = props;
  const { templateRef, title, description, ownerRef } = action;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const link = useRouteRef(templateExternal);
  const id = useId();
  const { namespace, name } = parseEntityRef(templateRef);
  const refused = isRefused(action);
  return (
    <li
      className={`${styles.card} ${refused ? styles.refused : ''}`}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Text as="h3" id={id} variant="title-x-small">
          {title}
        </Text>
        <ButtonIcon
          variant="tertiary"
          size="small"
          icon={isPinned ? <RiPushpinFill /> : <RiPushpinLine />}
          aria-label={t(isPinned ? 'hub.unpin' : 'hub.pin', { title })}
          aria-pressed={isPinned}
          onPress={onPin}
        />
      </div>
      {description && <p className={styles.description}>{description}</p>}
      <Badges action={action} medianSeconds={medianSeconds} />
      {ownerRef && (
        <p className={styles.owner}>
          {t('hub.owner')}{' '}
          <EntityLink entityRef={ownerRef} defaultKind="group" />
        </p>
      )}
      {refused && <ActionRefusal targets={action.targets} />}
      {link && !refused && (
        <ButtonLink
          className={styles.open}
          variant="secondary"
          href={link({ namespace, templateName: name })}
          aria-label={t('hub.openOf', { title })}
        >
          {t('hub.open')}
        </ButtonLink>
      )}
    </li>
  );
};
