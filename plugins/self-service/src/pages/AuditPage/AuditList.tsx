// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Skeleton,
} from '@backstage/ui';
import {
  fairwayRequestsTranslationRef,
  type SourcedRequest,
} from '@fairway/requests-react';
import { useState } from 'react';
import { describeState } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import styles from './AuditPage.module.css';
import { AuditedRequest } from './AuditedRequest';

const AuditItem = (props: { item: SourcedRequest }) => {
  const { request, source } = props.item;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { t: tRequests } = useTranslationRef(fairwayRequestsTranslationRef);
  // The events of a request are asked for when somebody wants to see them.
  const [wasOpened, setOpened] = useState(false);
  const { primaryTitle: requester } = useEntityPresentation(
    request.requesterRef,
  );
  const state = tRequests(`states.${describeState(request).key}`);
  return (
    <Accordion onExpandedChange={isOpen => isOpen && setOpened(true)}>
      <AccordionTrigger
        level={4}
        title={t('requests.name', {
          number: String(request.number),
          title: request.title,
        })}
        subtitle={[state, request.environmentRef, requester]
          .filter(Boolean)
          .join(' · ')}
      />
      <AccordionPanel>
        {wasOpened && <AuditedRequest request={request} source={source} />}
      </AccordionPanel>
    </Accordion>
  );
};

/** The requests of a page; each opens to its events. */
export const AuditList = (props: {
  items?: SourcedRequest[];
  isLoading: boolean;
}) => {
  const { items, isLoading } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <section
      className={styles.list}
      aria-label={t('audit.requests.label')}
      aria-busy={isLoading}
    >
      {items ? (
        <AccordionGroup allowsMultiple>
          {items.map(item => (
            <AuditItem key={item.id} item={item} />
          ))}
        </AccordionGroup>
      ) : (
        <Skeleton width="100%" height={240} />
      )}
    </section>
  );
};
