#!/bin/sh
# Measures Nashra beside WordPress and isso on one machine, in turn in one run, and writes bench/results/peers.md.
# For Debian 12, as root, which may install packages and start servers on ports 8181 and 8182:
#   sh bench/peers.sh
# WordPress runs as its own guide says: nginx, PHP-FPM with opcache, MariaDB, the default theme, pretty addresses. isso
# runs with gunicorn and four workers. Neither has a limit on how fast one reader may write.
# `BENCH=readers sh bench/peers.sh` measures what readers wait for instead, and writes bench/results/readers.md.
set -eu
cd "$(dirname "$0")/.."
bench="${BENCH:-peers}"
packages='wordpress wordpress-theme-twentytwentythree php-fpm php-cli php-mysql php-mbstring php-xml mariadb-server nginx-light python3-venv'
if ! dpkg -s $packages >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
  for service in mariadb nginx apache2 $(ls /etc/init.d | grep '^php.*-fpm$'); do service "$service" stop >/dev/null 2>&1 || true; done
fi

if [ "$bench" = readers ]; then
  if ! command -v chromium >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  fi
  [ -d e2e/lighthouse/node_modules/lighthouse ] || npm --prefix e2e/lighthouse ci --silent
fi

work="$(mktemp -d)"
chmod 755 "$work"
stop() {
  for file in "$work"/*.pid "$work"/mysql/pid; do kill "$(cat "$file" 2>/dev/null)" 2>/dev/null || true; done
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -e "$work/mysql/pid" ] && sleep 1; done
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM

# Waits at most 20 seconds until a command succeeds.
await() {
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo "not started: $*" >&2; cat "$work"/*.log >&2; exit 1; }
    sleep 0.2
  done
}

# MariaDB with the settings that Debian gives it.
mkdir "$work/mysql" && chown mysql "$work/mysql"
mariadb-install-db --user=mysql --datadir="$work/mysql" --auth-root-authentication-method=socket >/dev/null 2>&1
mariadbd --user=mysql --datadir="$work/mysql" --socket="$work/mysql/sock" --pid-file="$work/mysql/pid" --skip-networking >"$work/mysql.log" 2>&1 &
await mariadb-admin --socket="$work/mysql/sock" ping
mariadb --socket="$work/mysql/sock" -e "CREATE DATABASE wordpress CHARACTER SET utf8mb4; CREATE USER wordpress@localhost IDENTIFIED BY 'wordpress'; GRANT ALL ON wordpress.* TO wordpress@localhost"

# PHP-FPM with as many processes as there are clients.
cat >"$work/fpm.conf" <<EOF
[global]
pid = $work/fpm.pid
error_log = $work/fpm.log
[www]
user = www-data
group = www-data
listen = $work/fpm.sock
listen.owner = www-data
pm = static
pm.max_children = 8
EOF
fpm="$(ls /usr/sbin/php-fpm* | head -1)"
"$fpm" --fpm-config "$work/fpm.conf"

cp -rL /usr/share/wordpress "$work/wordpress"
mkdir -p "$work/wordpress/wp-content/mu-plugins" "$work/wordpress/wp-content/uploads"
cat >"$work/wordpress/wp-config.php" <<EOF
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'wordpress');
define('DB_HOST', 'localhost:$work/mysql/sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as \$k) define(\$k, "bench \$k");
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
EOF
cat >"$work/wordpress/wp-content/mu-plugins/bench.php" <<'EOF'
<?php // Readers may write as fast as they like, and mail goes nowhere.
add_filter('wp_is_comment_flood', '__return_false', 99);
add_filter('comment_flood_filter', '__return_false', 99);
add_filter('pre_wp_mail', '__return_true');
EOF
chown -R www-data "$work/wordpress"
cat >"$work/install.php" <<EOF
<?php
\$_SERVER['HTTP_HOST'] = '127.0.0.1:8181'; \$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1'; \$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
require '$work/wordpress/wp-load.php';
require '$work/wordpress/wp-admin/includes/upgrade.php';
wp_install('Bench', 'admin', 'admin@example.com', true, '', 'bench');
update_option('home', 'http://127.0.0.1:8181'); update_option('siteurl', 'http://127.0.0.1:8181');
update_option('permalink_structure', '/%year%/%monthnum%/%day%/%postname%/'); update_option('comment_moderation', 1);
\$GLOBALS['wp_rewrite']->init(); flush_rewrite_rules();
file_put_contents('$work/password', WP_Application_Passwords::create_new_application_password(1, ['name' => 'bench'])[0]);
EOF
php "$work/install.php" >/dev/null

cat >"$work/nginx.conf" <<EOF
user www-data; worker_processes auto; pid $work/nginx.pid; error_log $work/nginx.log;
events {}
http {
  include /etc/nginx/mime.types; access_log off; keepalive_requests 100000;
  gzip on; gzip_types text/css text/javascript application/javascript image/svg+xml;
  client_body_temp_path $work/body; fastcgi_temp_path $work/fastcgi; proxy_temp_path $work/proxy; uwsgi_temp_path $work/uwsgi; scgi_temp_path $work/scgi;
  server {
    listen 127.0.0.1:8181; root $work/wordpress; index index.php;
    location / { try_files \$uri \$uri/ /index.php?\$args; }
    location ~ \\.php\$ { include /etc/nginx/fastcgi_params; fastcgi_param HTTP_HOST \$http_host; fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name; fastcgi_pass unix:$work/fpm.sock; }
  }
}
EOF
nginx -c "$work/nginx.conf"

# isso with comments that wait for a moderator, and without its limit of two a minute.
python3 -m venv "$work/isso"
"$work/isso/bin/pip" install -q 'isso==0.14.0' 'gunicorn>=23' 'setuptools<81'
cat >"$work/isso.cfg" <<EOF
[general]
dbpath = $work/comments.db
host = http://127.0.0.1:8182/
[moderation]
enabled = true
[guard]
enabled = false
EOF
ISSO_SETTINGS="$work/isso.cfg" "$work/isso/bin/gunicorn" --log-level warning -b 127.0.0.1:8182 -w 4 --preload --pid "$work/isso.pid" isso.run >"$work/isso.log" 2>&1 &
await curl -s -o /dev/null http://127.0.0.1:8181/
await curl -s -o /dev/null http://127.0.0.1:8182/
kill -0 "$(cat "$work/isso.pid")" # no stranger answered
curl -sf http://127.0.0.1:8181/ | grep -q hello-world # a page, not a redirect

WORDPRESS="http://127.0.0.1:8181/" WORDPRESS_PASSWORD="$(cat "$work/password")" ISSO="http://127.0.0.1:8182/" mvn -Pbench -Dbench="$bench" "$@"
