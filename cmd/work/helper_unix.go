//go:build unix

package work

import "golang.org/x/sys/unix"

// bindMemory limits what this process may take; where the system refuses, the
// process goes on without.
func bindMemory(bytes uint64) {
	var l unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_AS, &l); err == nil && bytes < uint64(l.Cur) {
		l.Cur = bytes
		_ = unix.Setrlimit(unix.RLIMIT_AS, &l)
	}
}
