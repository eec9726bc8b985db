// Command methodcheck measures the method that says what goes with the skin:
// on journals with known truth (accuracy) and in simulation (calibration).
//
//	methodcheck accuracy [DIR]
//	methodcheck calibration [-r 1000] [-seed 1] [-days 60,180,365]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
)

// errBounds is returned when a measured rate lies outside what is promised.
var errBounds = errors.New("outside the promised bounds")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "methodcheck:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New("say accuracy or calibration")
	}
	switch args[0] {
	case "accuracy":
		dir := "app/insight/testdata/journals"
		if len(args) > 1 {
			dir = args[1]
		}
		return accuracy(ctx, dir, out)
	case "calibration":
		fs := flag.NewFlagSet("calibration", flag.ContinueOnError)
		r := fs.Int("r", 1000, "simulated journals per world and length")
		seed := fs.Uint64("seed", 1, "seed of the simulation")
		days := fs.String("days", "60,180,365", "lengths in days")
		if err := fs.Parse(args[1:]); err != nil {
			return err
		}
		lengths, err := parseDays(*days)
		if err != nil {
			return err
		}
		return calibration(ctx, plan{replicates: *r, seed: *seed, lengths: lengths, journals: true}, out)
	}
	return fmt.Errorf("unknown check %q: say accuracy or calibration", args[0])
}

func parseDays(s string) ([]int, error) {
	var out []int
	for _, p := range strings.Split(s, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil || n < 30 || n > 10000 {
			return nil, fmt.Errorf("-days takes lengths from 30 to 10000, not %q", p)
		}
		out = append(out, n)
	}
	return out, nil
}
