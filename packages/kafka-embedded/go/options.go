// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

//go:build js && wasm

package main

import (
	"encoding/json"

	"github.com/twmb/franz-go/pkg/kfake"
)

type user struct {
	Mechanism string `json:"mechanism"`
	Username  string `json:"username"`
	Password  string `json:"password"`
}

// options are what the worker passes on; it has checked them.
type options struct {
	ClusterID         string            `json:"clusterId"`
	Ports             []int             `json:"ports"`
	RegistryPort      int               `json:"registryPort"` // 0: no registry
	Superusers        []user            `json:"superusers"`
	Users             []user            `json:"users"`
	AutoCreateTopics  bool              `json:"autoCreateTopics"`
	DefaultPartitions int               `json:"defaultPartitions"`
	BrokerConfigs     map[string]string `json:"brokerConfigs"`
}

func readOptions(text string) (options, error) {
	var given options
	err := json.Unmarshal([]byte(text), &given)
	return given, err
}

func (o options) clusterOptions() []kfake.Opt {
	all := []kfake.Opt{
		kfake.ClusterID(o.ClusterID), kfake.Ports(o.Ports...),
		kfake.DefaultNumPartitions(o.DefaultPartitions), kfake.BrokerConfigs(o.BrokerConfigs),
	}
	if o.AutoCreateTopics {
		all = append(all, kfake.AllowAutoTopicCreation())
	}
	// Without anyone who may do everything, nobody could ever write the first ACL.
	if len(o.Superusers) > 0 {
		all = append(all, kfake.EnableSASL(), kfake.EnableACLs())
	}
	for _, u := range o.Superusers {
		all = append(all, kfake.Superuser(u.Mechanism, u.Username, u.Password))
	}
	for _, u := range o.Users {
		all = append(all, kfake.User(u.Mechanism, u.Username, u.Password))
	}
	return all
}
