package main

import (
	"context"
	"errors"
	"flag"
)

func summaryCommand() command {
	return command{name: "summary", args: "--from DATE --to DATE --out FILE", brief: "write the page for the doctor",
		flags: func(fs *flag.FlagSet) action {
			return func(ctx context.Context, c *call) error { return errors.New("not yet") }
		}}
}
