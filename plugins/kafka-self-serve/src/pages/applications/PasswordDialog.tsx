// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useAnalytics,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { CredentialPassword } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { CopyableCode, ErrorPanel, useOnce } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** Shows a password once: it is asked for on a press, and gone with the dialog. */
export const PasswordDialog = (props: {
  requestId: string;
  username: string;
  onClose: () => void;
}) => {
  const { requestId, username, onClose } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const analytics = useAnalytics();
  const [taken, setTaken] = useState<CredentialPassword>();
  const { run, isPending, error } = useOnce();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>
        {t('applications.credentials.showTitle', { username })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {taken ? (
            <>
              <CopyableCode
                block
                value={taken.password}
                label={t('applications.credentials.password')}
              />
              <Text as="p" role="status">
                {t('applications.credentials.copied')}
              </Text>
            </>
          ) : (
            <Text as="p">{t('applications.credentials.once')}</Text>
          )}
          {error && (
            <ErrorPanel
              title={t('applications.credentials.failed')}
              error={error}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!taken && !error && (
          <Button
            variant="primary"
            isPending={isPending}
            onPress={() =>
              run(async () => {
                setTaken(await api.takePassword(requestId));
                analytics.captureEvent('show', 'password');
              })
            }
          >
            {t('applications.credentials.confirm')}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('applications.credentials.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
