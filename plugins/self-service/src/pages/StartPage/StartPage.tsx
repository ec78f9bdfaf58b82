// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Text } from '@backstage/ui';
import { RequestsWidget, useRequestSources } from '@fairway/requests-react';
import { FirstSteps } from '../../firstSteps';
import { requestsRouteRef, toDecideRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { OrderLink } from '../OrderLink';
import styles from './StartPage.module.css';

/** What the portal is for, what waits for the person, and their latest requests. */
export const StartPage = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const mineLink = useRouteRef(requestsRouteRef);
  const toDecideLink = useRouteRef(toDecideRouteRef);
  return (
    <Container py="4">
      <Flex direction="column" gap="6">
        <Flex direction="column" gap="3" align="start">
          <Text as="h2" variant="title-small">
            {t('start.title')}
          </Text>
          <Text as="p" className={styles.text}>
            {t('start.text')}
          </Text>
          <OrderLink />
        </Flex>
        <div className={styles.layout}>
          <FirstSteps />
          <RequestsWidget
            sources={useRequestSources()}
            toDecideHref={toDecideLink?.()}
            mineHref={mineLink?.()}
          />
        </div>
      </Flex>
    </Container>
  );
};
