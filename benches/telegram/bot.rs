//! A bot as a process: started, watched through `/proc`, ended.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A token of the right shape.
const TOKEN: &str = "123456:token-of-the-measured-bot-0000000000000";

/// A program to measure.
pub(crate) struct Program<'a> {
    /// What it is called in the table.
    pub(crate) name: &'static str,
    /// The binary.
    pub(crate) binary: &'a Path,
    /// What it is called with.
    pub(crate) arguments: &'static [&'static str],
}

/// A running bot, which ends when it is dropped.
pub(crate) struct Bot {
    child: Child,
    /// When it was started.
    pub(crate) started: Instant,
}

impl Bot {
    /// Starts the program in an empty folder, with the server at that address.
    pub(crate) fn start(program: &Program<'_>, url: &str) -> Self {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{}", program.name));
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home).expect("a folder");
        let mut command = Command::new(program.binary);
        command.args(program.arguments).current_dir(&home).stdin(Stdio::null()).stdout(Stdio::null());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TARIKH_")) {
            command.env_remove(name);
        }
        command.env_remove("TELOXIDE_TOKEN_FILE").env_remove("TELOXIDE_PROXY").env("NO_PROXY", "127.0.0.1");
        command.env("TELOXIDE_TOKEN", TOKEN).env("TELOXIDE_API_URL", url);
        command.env("TARIKH_OPS_LISTEN", "127.0.0.1:0").env("TARIKH_LOG", "warn").env("TARIKH_LIMITS", "off");
        let started = Instant::now();
        Self { child: command.spawn().expect("the bot starts"), started }
    }

    /// The processor time that it has taken so far, of all its threads.
    pub(crate) fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("the bot runs");
        let (_, fields) = stat.rsplit_once(')').expect("its name in brackets");
        // Fields 14 and 15 of proc(5), `utime` and `stime`, in hundredths of a second.
        let ticks =
            fields.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number"));
        Duration::from_millis(ticks.sum::<u64>() * 10)
    }

    /// Its resident memory in MiB.
    pub(crate) fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("the bot runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        let kib: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
        kib / 1024.0
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
