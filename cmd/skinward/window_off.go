//go:build headless

package main

import (
	"context"
	"fmt"
)

// runWindow says that this build is the command line alone.
func runWindow(_ context.Context, w windowConfig) int {
	fmt.Fprintln(w.Env.Err, "skinward: this build has no window; run 'skinward help' for the commands")
	return exitFailure
}
