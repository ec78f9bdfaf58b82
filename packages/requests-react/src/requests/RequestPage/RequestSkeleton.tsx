// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

/** The request's page before there is a request, in its shape. */
export const RequestSkeleton = () => {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Flex direction="column" gap="5">
      <VisuallyHidden role="status">{t('page.loading')}</VisuallyHidden>
      <Skeleton width="60%" height="2rem" />
      <Skeleton width="16rem" height="2rem" />
      <div className={styles.layout}>
        <div className={styles.column}>
          <Skeleton width="100%" height="14rem" />
          <Skeleton width="100%" height="12rem" />
        </div>
        <div className={styles.column}>
          <Skeleton width="100%" height="18rem" />
          <Skeleton width="100%" height="6rem" />
        </div>
      </div>
    </Flex>
  );
};
