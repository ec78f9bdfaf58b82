// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { LoadError } from '@fairway/requests-react';
import { ReactNode } from 'react';
import { ownershipTranslationRef } from '../../translation';
import { DangerButton } from '../DangerButton';

/** Asks once more before something that matters; says what failed in the same place. */
export const ConfirmDialog = (props: {
  title: string;
  /** What it will do, and to what. */
  children: ReactNode;
  /** The verb: "Approve". */
  confirm: string;
  error?: Error;
  /** What did not work, in words. */
  errorTitle: string;
  /** What is refused, in words. */
  notAllowedTitle: string;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) => {
  const { title, children, confirm, isPending, onConfirm, onClose } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <Dialog
      isOpen
      // Not closed by a click beside it while the answer is under way.
      isDismissable={!isPending}
      isKeyboardDismissDisabled={isPending}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(36rem, 100vw)"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {children}
          {props.error && (
            <LoadError
              error={props.error}
              title={props.errorTitle}
              notAllowedTitle={props.notAllowedTitle}
              onRetry={onConfirm}
              isRetrying={isPending}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close" isDisabled={isPending}>
          {t('cancel')}
        </Button>
        <DangerButton isPending={isPending} onPress={onConfirm}>
          {confirm}
        </DangerButton>
      </DialogFooter>
    </Dialog>
  );
};
