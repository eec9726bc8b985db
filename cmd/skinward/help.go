package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"
)

func helpCommand() command {
	return command{
		name: "help", args: "[COMMAND]", brief: "show this overview, or how a command is used",
		flags: func(*flag.FlagSet) action {
			return func(_ context.Context, c *call) error {
				if len(c.args) == 0 {
					return overview(c.Out)
				}
				cmd, rest, err := find(c.args)
				if err != nil {
					return err
				}
				if len(rest) > 0 {
					return usage("%q is one argument too many", rest[0])
				}
				return cmd.help(c.Out)
			}
		},
	}
}

func overview(w io.Writer) error {
	var b strings.Builder
	b.WriteString("Skinward keeps a journal of skin, food and everything around them, and shows what goes with the skin.\n\n")
	b.WriteString("usage: skinward [--journal DIR | --sample] [COMMAND ...]\n\nWithout a command the window opens.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-13s %s\n", c.name, c.brief)
	}
	b.WriteString("\nOptions of every command:\n")
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	(&globals{}).declare(fs)
	options(&b, fs)
	b.WriteString("\n'skinward help COMMAND' tells more. Exit codes: 0 done, 1 failed, 2 not understood.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// help prints how one command is used.
func (c command) help(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "usage: skinward %s %s\n\n%s\n", c.name, c.args, sentence(c.brief))
	if c.long != "" {
		fmt.Fprintf(&b, "\n%s\n", strings.Trim(c.long, "\n"))
	}
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.flags(fs)
	(&globals{}).declare(fs)
	b.WriteString("\nOptions:\n")
	options(&b, fs)
	_, err := io.WriteString(w, b.String())
	return err
}

// options lists flags with two dashes, as they are written here.
func options(b *strings.Builder, fs *flag.FlagSet) {
	fs.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		name := "--" + f.Name
		if value != "" {
			name += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" {
			text += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(b, "  %-22s %s\n", name, text)
	})
}

func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }
