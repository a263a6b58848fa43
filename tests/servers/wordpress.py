"""wordpress: WordPress on loopback with PHP's own server and MariaDB, unpacked, not installed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.servers.cache import begin, debian, finish, folder, run
from tests.servers.running import LOCAL, Server, free_port

NAME = "wordpress"
PACKAGES = (
    "wordpress wordpress-theme-twentytwentythree php8.2-cli php8.2-common php8.2-mysql "
    "mariadb-server-core mariadb-common libaio1 liburing2"
)
EXTENSIONS = ("mysqlnd", "mysqli", "tokenizer", "ctype", "iconv", "fileinfo", "posix")
CONFIG = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '{url}');
define('WP_SITEURL', '{url}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$_SERVER['HTTPS'] = 'on';
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
SETUP = """<?php
$db = new mysqli('localhost', 'root', '', '', 0, $argv[1]);
$db->query('CREATE DATABASE IF NOT EXISTS wordpress');
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = $argv[2];
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install($argv[3], 'admin', 'admin@example.org', true, '', 'geheim-1234');
update_option('blogdescription', $argv[4]);
foreach (json_decode($argv[5], true) as $page) {
  $id = wp_insert_post([
    'post_type' => 'page', 'post_status' => 'publish', 'post_title' => $page['title'],
    'post_name' => $page['slug'], 'post_content' => $page['content']]);
  if ($page['slug'] === 'start') {
    update_option('show_on_front', 'page');
    update_option('page_on_front', $id);
  }
}
echo 'installed ' . $wp_version;
"""


def install() -> None:
    """Fetch it from Debian, about 20 MB."""
    debian(begin(NAME), *PACKAGES.split())
    finish(NAME)


class WordPress(Server):
    """A site at one host, served as HTTP; pages: a list of slug, title and content as JSON."""

    def __init__(self, host: str, title: str, tagline: str, pages: str) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="amtlint-wordpress-"))  # a socket's path is short
        self.host, self.title, self.tagline, self.pages = host, title, tagline, pages
        self.port = free_port()
        self.version = ""

    def start(self) -> None:
        """Start the database, set the site up, serve it."""
        root = folder(NAME) / "root"
        self._start_database(root)
        site = self.base / "site"
        shutil.copytree(
            root / "usr" / "share" / "wordpress",
            site,
            ignore=shutil.ignore_patterns("wp-config.php"),
            ignore_dangling_symlinks=True,
        )
        config = CONFIG.format(socket=self._socket, url=f"https://{self.host}")
        (site / "wp-config.php").write_text(config)
        (site / "setup.php").write_text(SETUP)
        modules = next((root / "usr" / "lib" / "php").glob("2*"))
        php = [
            *(root / "usr" / "bin" / "php8.2", "-n", "-d", f"extension_dir={modules}"),
            *(word for name in EXTENSIONS for word in ("-d", f"extension={name}.so")),
        ]
        told = (self._socket, self.host, self.title, self.tagline, self.pages)
        said = run(*php, "setup.php", *map(str, told), at=site)
        self.version = said.rpartition("installed ")[2]
        self.run([*php, "-S", f"{LOCAL}:{self.port}", "-t", site], self.base, self.port)

    def stop(self) -> None:
        """End everything and remove the site."""
        super().stop()
        shutil.rmtree(self.base, ignore_errors=True)

    @property
    def _socket(self) -> Path:
        return self.base / "db.socket"

    def _start_database(self, root: Path) -> None:
        share = root / "usr" / "share" / "mysql"
        libraries = next((root / "usr" / "lib").glob("*-linux-gnu"))
        data = self.base / "db"
        data.mkdir()
        port = free_port()
        options = {
            "bind-address": LOCAL,
            "port": port,
            "socket": self._socket,
            "basedir": root / "usr",
            "datadir": data,
            "lc-messages-dir": share,
            "character-sets-dir": share / "charsets",
            "plugin-dir": data,
            "pid-file": data / "pid",
            "user": "root",
        }
        self.run(
            [
                *(root / "usr" / "sbin" / "mariadbd", "--no-defaults", "--skip-grant-tables"),
                *(f"--{name}={value}" for name, value in options.items()),
            ],
            self.base,
            port,
            env={"LD_LIBRARY_PATH": str(libraries)},
        )
