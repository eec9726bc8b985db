// Command skinward is the journal, in a window and on the command line.
//
// Built with the tag headless it has no window, needs no cgo and runs without
// a display.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"skinward/app/figure/ink"
	"skinward/cmd/work"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	ink.UseFonts(work.SystemFonts())
	code := run(ctx, os.Args[1:], systemEnv())
	stop()
	os.Exit(code)
}
