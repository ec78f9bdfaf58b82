// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

//go:build js && wasm

// A Kafka cluster (kfake of franz-go) and a schema registry in WebAssembly. Node.js owns the loopback sockets and
// hands the bytes over, so that the real protocol is spoken wherever Node.js runs, with no native program.
package main

import (
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
)

func main() {
	worker := connectWorker()
	given, err := readOptions(worker.options())
	if err != nil {
		worker.failed(err)
		return
	}
	listeners := map[int]*listener{}
	_, err = kfake.NewCluster(append(given.clusterOptions(),
		kfake.ListenFn(func(_, address string) (net.Listener, error) {
			_, digits, err := net.SplitHostPort(address)
			if err != nil {
				return nil, err
			}
			port, err := strconv.Atoi(digits)
			if err != nil {
				return nil, err
			}
			listeners[port] = newListener(port, true)
			return listeners[port], nil
		}))...)
	if err != nil {
		worker.failed(err)
		return
	}
	if given.RegistryPort != 0 {
		door := newListener(given.RegistryPort, false)
		listeners[given.RegistryPort] = door
		server := &http.Server{Handler: newRegistry(), ReadHeaderTimeout: 10 * time.Second}
		go server.Serve(door)
	}
	worker.serve(listeners)
}
