// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  CopyableCode,
  EntityLink,
  RelativeTime,
} from '@fairway/requests-react';
import { Code, Fact, Facts } from '../change/Fact';
import { requestRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { provisionOf } from './provision';
import { ProvisionBadge } from './ProvisionBadge';

/** What was ordered as the catalog knows it: how far it is, where, by which module, whose, and by which file. */
export const ProvisionCard = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requestLink = useRouteRef(requestRouteRef);
  const provision = provisionOf(entity);
  if (!provision) return null;
  const { environment, service, account, module, expiresAt } = provision;
  const { ownerRef, requesterRef, requestId, file, receiver } = provision;
  const request =
    entity.metadata.links?.find(({ type }) => type === 'fairway-request')
      ?.title ?? requestId;
  return (
    <section aria-label={t('entity.title')}>
      <EntityInfoCard title={t('entity.title')}>
        <Facts>
          <Fact label={t('entity.state')}>
            <ProvisionBadge provision={provision} />
          </Fact>
          {environment && (
            <Fact label={t('entity.environment')}>
              <EntityLink entityRef={environment} defaultKind="resource" />
            </Fact>
          )}
          {module && (
            <Fact label={t('entity.module')}>
              <EntityLink entityRef={module.name} defaultKind="component" />{' '}
              {module.version}
            </Fact>
          )}
          {ownerRef && (
            <Fact label={t('entity.owner')}>
              <EntityLink entityRef={ownerRef} defaultKind="group" />
            </Fact>
          )}
          {requestId && (
            <Fact label={t('entity.request')}>
              {requestLink ? (
                <Link href={requestLink({ id: requestId })}>{request}</Link>
              ) : (
                request
              )}
              {requesterRef && (
                <>
                  {' '}
                  {t('entity.by')}{' '}
                  <EntityLink entityRef={requesterRef} defaultKind="user" />
                </>
              )}
            </Fact>
          )}
          <Fact label={t('entity.lifetime')}>
            {expiresAt ? (
              <RelativeTime value={expiresAt} />
            ) : (
              t('entity.noLifetime')
            )}
          </Fact>
          {(service || account) && (
            <Fact label={t('entity.service')}>
              {[service, account].filter(Boolean).join(', ')}
            </Fact>
          )}
          {receiver && (
            <Fact label={t('entity.receiver')}>
              <Code>{receiver}</Code>
            </Fact>
          )}
          {file && (
            <>
              <Fact label={t('entity.repository')}>
                <Code>{file.repoUrl}</Code>
              </Fact>
              <Fact label={t('entity.file')}>
                <CopyableCode value={file.path} label={t('entity.copyFile')} />
              </Fact>
            </>
          )}
        </Facts>
      </EntityInfoCard>
    </section>
  );
};
