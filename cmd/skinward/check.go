package main

import (
	"context"
	"flag"
	"fmt"
)

func checkCommand() command {
	return command{
		name: "check", brief: "read the whole journal and say whether it is sound",
		long: `Reads the database, every entry and the original of every photo, and compares
each with its hash. Nothing is changed. The exit code is 1 when something is
wrong.`,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				s, err := c.reader(ctx)
				if err != nil {
					return err
				}
				defer s.Close()
				b := newBar(c.Env, "Checking")
				r, err := s.Check(ctx, b.at)
				b.end()
				if err != nil {
					return err
				}
				for _, l := range r.Lines() {
					fmt.Fprintln(c.Out, l)
				}
				if !r.Sound() {
					return errTold
				}
				return nil
			}
		},
	}
}
