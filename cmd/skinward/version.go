package main

import (
	"context"
	"flag"
	"fmt"
	"runtime"
)

// version is the program's version; FyneApp.toml says the same.
const version = "0.1.0"

func versionCommand() command {
	return command{
		name: "version", brief: "print the version",
		flags: func(*flag.FlagSet) action {
			return func(_ context.Context, c *call) error {
				_, err := fmt.Fprintf(c.Out, "skinward %s %s/%s\n", version, runtime.GOOS, runtime.GOARCH)
				return err
			}
		},
	}
}
