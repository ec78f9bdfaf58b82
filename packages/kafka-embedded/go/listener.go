// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

//go:build js && wasm

package main

import (
	"net"
	"sync"
)

// listener hands out the connections that the worker has accepted.
type listener struct {
	address  *net.TCPAddr
	kafka    bool // whether Kafka is spoken here, and not HTTP
	accepted chan net.Conn
	closing  sync.Once
	closed   chan struct{}
}

func newListener(port int, kafka bool) *listener {
	return &listener{
		address:  loopback(port),
		kafka:    kafka,
		accepted: make(chan net.Conn),
		closed:   make(chan struct{}),
	}
}

func loopback(port int) *net.TCPAddr {
	return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: port}
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.accepted:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.closing.Do(func() { close(l.closed) })
	return nil
}

func (l *listener) Addr() net.Addr { return l.address }

// offer waits until somebody accepts, so it is never called on the worker's own thread of control.
func (l *listener) offer(side net.Conn, remotePort int) {
	select {
	case l.accepted <- &conn{Conn: side, local: l.address, remote: loopback(remotePort)}:
	case <-l.closed:
		side.Close()
	}
}

// conn is a pipe that knows the addresses of the socket behind it: ACLs look at the host.
type conn struct {
	net.Conn
	local, remote net.Addr
}

func (c *conn) LocalAddr() net.Addr  { return c.local }
func (c *conn) RemoteAddr() net.Addr { return c.remote }
